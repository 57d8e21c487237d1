/** A command was told to stop, and did; what it had begun is as if it had not. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'
}

/** Aborts when the process is told to stop. */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  const stop = () => controller.abort(new InterruptedError('Interrupted: nothing was written.'))
  // npm passes on the signals that its whole group has had already: they come more than once.
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}
