import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'

/** What is left to somebody who was counted. */
export interface Counted {
  /** How many more there may be. */
  left: number
  /** In how many seconds all of them may be made again. */
  seconds: number
  isOver: boolean
}

/** Counts what comes from somebody, by whatever they are known. */
export type Count = (who: string) => Promise<Counted>

/**
 * Counts up to a number in a span of time, which begins with the first that is counted: in Redis, where there is one, so
 * that all instances count as one; in the memory of the process without it, and while it does not answer.
 *
 * @param options.seconds how long the span is
 */
export function createCounter(
  redis: Redis | undefined,
  options: { name: string; most: number; seconds: number },
): Count {
  const { name, most, seconds } = options
  const ofProcess = { points: most, duration: seconds, keyPrefix: `summitry:${name}` }
  const memory = new RateLimiterMemory(ofProcess)
  const limiter = redis
    ? new RateLimiterRedis({
        ...ofProcess,
        storeClient: redis,
        insuranceLimiter: memory,
        rejectIfRedisNotReady: true,
        // Redis is not asked about those of whom it is known.
        inMemoryBlockOnConsumed: most + 1,
      })
    : memory
  return async (who) => {
    const result = await limiter.consume(who).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused
      throw refused
    })
    return {
      left: Math.max(0, result.remainingPoints),
      seconds: Math.max(1, Math.ceil(result.msBeforeNext / 1_000)),
      isOver: result.consumedPoints > most,
    }
  }
}
