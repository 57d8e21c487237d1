import { readFileSync } from 'node:fs'

/** How often the system is asked, in milliseconds. */
const INTERVAL = 250

/**
 * Watches how much memory a process takes, by Linux' own account of its peak.
 *
 * @returns what gives the most so far, in bytes; NaN where the system does not tell
 */
export function peakMemory(pid: number | undefined): () => number {
  let peak = Number.NaN
  const watch = setInterval(() => {
    try {
      const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
      if (kilobytes !== undefined) peak = Number(kilobytes) * 1024
    } catch {
      // It is gone, or this is no Linux.
      clearInterval(watch)
    }
  }, INTERVAL)
  return () => {
    clearInterval(watch)
    return peak
  }
}
