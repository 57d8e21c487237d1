import pino, { type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from '../config.ts'
import { requestId } from './request-id.ts'

/** What happens, in lines of JSON, with the ID of the request on every line that is about one. */
export type Log = Logger

interface Options {
  level: LogLevel
  /** Whether people read it as it comes. */
  isForPeople: boolean
}

/** The log of the service on its standard error; standard output is what its commands answer. */
export async function openLog({ level, isForPeople }: Options): Promise<Log> {
  return createLog(level, isForPeople ? await forPeople() : pino.destination({ dest: 2, sync: true }))
}

export function createLog(level: LogLevel, destination: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin() {
        const id = requestId()
        return id === undefined ? {} : { requestId: id }
      },
    },
    destination,
  )
}

async function forPeople(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty')
  return pretty({ destination: 2, sync: true, colorize: true })
}
