import { cpus } from 'node:os'

/** One for each core, eight at most. */
export const workersHere = (): number => Math.max(1, Math.min(8, cpus().length))
