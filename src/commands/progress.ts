import progress, { type SingleBar } from 'cli-progress'

/** How often a line says how far it is where there is no terminal to draw on, in milliseconds. */
const LINE_INTERVAL = 5_000

/** How far a step of a long work is. */
export interface Position {
  /** What is being done: "Reading". */
  step: string
  /** How many are done. */
  done: number
  /** What part of the step that is, from 0 to 1; null where nobody knows. */
  share: number | null
}

/** Says how far a long work is: a bar on a terminal, and elsewhere a line every few seconds. */
export interface Progress {
  at(position: Position): void
  /** Says something in between, on a line of its own. */
  say(line: string): void
  end(): void
}

/** A stream that may be a terminal. */
type Screen = NodeJS.WritableStream & { isTTY?: boolean }

/** @param unit what is counted: "entries" */
export function progressOn(stream: Screen, unit: string): Progress {
  return stream.isTTY ? barOn(stream, unit) : linesOn(stream, unit)
}

function barOn(stream: Screen, unit: string): Progress {
  const clock = stepClock()
  const bars = new progress.MultiBar({
    stream,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    // Whoever runs the work stops it on signals.
    gracefulExit: false,
    hideCursor: true,
    emptyOnZero: true,
    format: (options, params, { text }) => `${progress.Format.BarFormat(params.progress, options)} ${text}`,
  })
  let bar: SingleBar | undefined
  return {
    at(position) {
      const text = describe(position, { unit, seconds: clock(position.step) })
      bar ??= bars.create(1, 0, { text })
      bar.update(position.share ?? 0, { text })
    },
    say: (line) => (bar ? bars.log(`${line}\n`) : stream.write(`${line}\n`)),
    end() {
      // What was said since the bar was last drawn would be lost.
      if (bar) bars.update()
      bars.stop()
      bar = undefined
    },
  }
}

function linesOn(stream: Screen, unit: string): Progress {
  const clock = stepClock()
  let saidAt = Date.now()
  return {
    at(position) {
      const seconds = clock(position.step)
      if (Date.now() - saidAt < LINE_INTERVAL) return
      saidAt = Date.now()
      stream.write(`${describe(position, { unit, seconds })}\n`)
    },
    say: (line) => stream.write(`${line}\n`),
    end: () => undefined,
  }
}

/** Tells how long a step has taken, in seconds. */
function stepClock(): (step: string) => number {
  const startedAt = new Map<string, number>()
  return (step) => {
    const started = startedAt.get(step) ?? performance.now()
    startedAt.set(step, started)
    return (performance.now() - started) / 1000
  }
}

/** Shorter than this, in seconds, and no rate can be told. */
const TOO_SHORT = 0.5

function describe(
  { step, done, share }: Position,
  { unit, seconds }: { unit: string; seconds: number },
): string {
  const part = share === null ? '' : ` ${Math.floor(share * 100)} %,`
  const known = `${step}:${part} ${done.toLocaleString('en')} ${unit}`
  if (seconds < TOO_SHORT) return known
  const rate = `${Math.round(done / seconds).toLocaleString('en')}/s`
  if (!share) return `${known}, ${rate}`
  return `${known}, ${rate}, ${inWords((seconds * (1 - share)) / share)} left`
}

/** A time, as in "3 min 20 s". */
function inWords(seconds: number): string {
  const whole = Math.ceil(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}
