import { readFileSync } from 'node:fs'
import type pg from 'pg'

/** The ticks of /proc, in milliseconds (Linux has had 100 a second on every machine for long). */
const TICK = 10

/** The processor time that a process has had so far, in milliseconds. */
export function processorTime(pid: number): number {
  // After the name, which may hold blanks: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK
}

/** The memory that a process has now, in megabytes. */
export function memory(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s*(\d+)/)?.[1]) / 1_024
}

/** The processor time of all other sessions on the database, which are those of the contenders: by their processes. */
export async function sessionTimes(client: pg.Client): Promise<Map<number, number>> {
  const { rows } = await client.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  return new Map(rows.map(({ pid }) => [pid, processorTime(pid)]))
}

/** What the sessions have had between the two. */
export function sessionTime(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const [pid, time] of after) sum += time - (before.get(pid) ?? 0)
  return sum
}
