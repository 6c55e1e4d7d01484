import { UsageError } from './usage-error.ts'

/** A share from 0 to 1. */
export const share =
  (what: string) =>
  (text: string): number => {
    const value = Number(text)
    if (text.trim() === '' || !(value >= 0 && value <= 1))
      throw new UsageError({
        zh: `${what} 要写 0 到 1 之间的数，例如 0.01。`,
        en: `${what} takes a number from 0 to 1, such as 0.01.`,
      })
    return value
  }

/** A whole number of at least `least`. */
export const whole =
  (what: string, least: number) =>
  (text: string): number => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < least)
      throw new UsageError({
        zh: `${what} 要写一个不小于 ${least} 的整数，而不是“${text}”。`,
        en: `${what} takes a whole number of at least ${least}, not "${text}".`,
      })
    return value
  }

/** A number of at least 0. */
export const positive =
  (what: string) =>
  (text: string): number => {
    const value = Number(text)
    if (text.trim() === '' || !Number.isFinite(value) || value < 0)
      throw new UsageError({
        zh: `${what} 要写一个不小于 0 的数，而不是“${text}”。`,
        en: `${what} takes a number of at least 0, not "${text}".`,
      })
    return value
  }
