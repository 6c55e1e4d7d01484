import { hash32 } from '../../kernel/random.ts'

/** An id for a row without one: from its name and division, so that the order of rows does not matter. */
export const derivedId = (prefix: string, ...parts: readonly string[]): string =>
  `${prefix}-${hash32(parts.join('|')).toString(36).padStart(7, '0')}`
