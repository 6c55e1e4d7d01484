import type { RoutePause } from '../../plan/routing.ts'
import { departure, type Moment, plus } from './moment.fixture.ts'

/** A pause with its times open. */
export type OpenPause = Omit<RoutePause, 'start' | 'end'> & { start: Moment; end: Moment }

/** What is aboard since the last reload, by dimension. */
export interface Aboard {
  brought: readonly number[]
  /** The most by which what was taken exceeded what had been brought, so far. */
  peak: readonly number[]
  taken: readonly number[]
  /** What waits for customers later on: index of the one who gave it. */
  parcels: readonly number[]
}

/** A route begun: all that its continuation depends on, and how it got there. */
export interface PartialRun {
  now: Moment
  /** Departures for which all has held so far. */
  earliest: number
  latest: number
  /** At the wheel since the last rest. */
  wheel: number
  /** Indices, ascending. */
  breaks: readonly number[]
  reloads: number
  length: number
  driving: number
  aboard: Aboard
  times: readonly (readonly [Moment, Moment, Moment])[]
  pauses: readonly OpenPause[]
}

export const nothing: Aboard = {
  brought: [0, 0, 0, 0],
  peak: [0, 0, 0, 0],
  taken: [0, 0, 0, 0],
  parcels: [],
}

export const begin = (open: number, close: number): PartialRun => ({
  now: departure,
  earliest: open,
  latest: close,
  wheel: 0,
  breaks: [],
  reloads: 0,
  length: 0,
  driving: 0,
  aboard: nothing,
  times: [],
  pauses: [],
})

/** The run with a moment kept by a time, if any departure allows it. */
export function by(run: PartialRun, moment: Moment, close: number): PartialRun[] {
  const latest = Math.min(run.latest, close - moment.after)
  return moment.at > close || latest < run.earliest ? [] : [{ ...run, latest }]
}

export function pause(
  run: PartialRun,
  start: Moment,
  length: number,
  what: Omit<OpenPause, 'start' | 'end'>,
): PartialRun {
  const end = plus(start, length)
  const breaks = what.kind === 'break' ? [...run.breaks, what.index!] : run.breaks
  return { ...run, now: end, breaks, pauses: [...run.pauses, { ...what, start, end }] }
}

const sameState = ({ breaks, aboard, earliest }: PartialRun): string =>
  `${breaks.join()}/${aboard.parcels.join()}/${earliest}`

/** No more room was ever needed, and no more is taken up. */
const asEmpty = (a: Aboard, b: Aboard): boolean =>
  a.taken.every((taken, d) => taken <= b.taken[d]!) &&
  a.brought.every((brought, d) => brought + a.peak[d]! <= b.brought[d]! + b.peak[d]!)

const asGood = (a: PartialRun, b: PartialRun): boolean =>
  a.now.after <= b.now.after &&
  a.now.at <= b.now.at &&
  a.latest >= b.latest &&
  a.wheel <= b.wheel &&
  a.length <= b.length &&
  a.driving <= b.driving &&
  a.reloads <= b.reloads &&
  asEmpty(a.aboard, b.aboard)

/** Leaves out runs to which another of the same state is as good in everything. */
export function undominated(runs: readonly PartialRun[]): PartialRun[] {
  if (runs.length < 2) return [...runs]
  const kept = new Map<string, PartialRun[]>()
  for (const run of runs) {
    const state = sameState(run)
    const rivals = kept.get(state) ?? []
    if (rivals.some((rival) => asGood(rival, run))) continue
    kept.set(state, [...rivals.filter((rival) => !asGood(run, rival)), run])
  }
  return [...kept.values()].flat()
}
