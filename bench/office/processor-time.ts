import { readdirSync, readFileSync } from 'node:fs'

/** Fields of proc(5)'s stat from the third on: the name before them may hold anything. */
const statOf = (pid: string | number): string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')

/** Ticks are a hundredth of a second. */
const ticksMs = (...fields: (string | undefined)[]): number =>
  fields.reduce((sum, ticks) => sum + Number(ticks) * 10, 0)

/** Processor milliseconds of a process with its threads so far. */
export function processMs(pid: string | number): number {
  const stat = statOf(pid)
  return ticksMs(stat[11], stat[12])
}

/** Processor milliseconds so far of a process's first thread alone, to the nanosecond; 0 where there is no /proc. */
export function firstThreadMs(pid: string | number): number {
  if (process.platform !== 'linux') return 0
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

/** The number of the process that keeps the database in a data folder. */
export const postmasterOf = (file: string): string => readFileSync(file, 'utf8').split('\n')[0]!

/**
 * Processor milliseconds of a database so far: of the process that keeps it, of its connections, and of those that have
 * ended. 0 where there is no /proc.
 */
export function databaseMs(postmaster: string): number {
  if (process.platform !== 'linux') return 0
  const living = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const stat = statOf(postmaster)
  return living.reduce((sum, pid) => sum + ofDatabase(pid, postmaster), ticksMs(stat[13], stat[14]))
}

function ofDatabase(pid: string, postmaster: string): number {
  try {
    const [, parent] = statOf(pid)
    if (parent !== postmaster && pid !== postmaster) return 0
    // To the nanosecond, of the one thread that each of them has.
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return 0
  }
}
