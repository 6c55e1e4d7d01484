import { type Catchment, enhancedTwoStep } from './catchment.ts'
import type { Decay } from './decay.ts'
import { gapsBetweenDays } from './gaps.ts'
import type { Links } from './links.ts'
import { temporalAvailability, type WaitDecay, worthAfter } from './waiting.ts'

/** A provider of one service: a fixed site (`days` null: there whenever one comes) or a stop with visits. */
export interface Provider {
  /** Services it can give in a year. */
  supplyYear: number
  /** Days of the horizon on which it is there, counted from 0, ascending; null for a fixed site. */
  days: readonly number[] | null
}

export interface MobileInput {
  demand: ArrayLike<number>
  providers: readonly Provider[]
  links: Links
  horizonDays: number
  wait: WaitDecay
  decay?: Decay
  maxCost?: number
}

export interface MobileCatchment extends Catchment {
  /** Availability in time of each provider, 0 to 1. */
  availability: Float64Array
  /** Yearly services that come too late to count: Σ (1 − T)·S. */
  lateSupply: number
}

/**
 * E2SFCA with timely supply S̃ = T·S: visits count by how long people wait for them. T stands on the supply alone:
 * as a weight in both steps it would cancel, and a stop seen once a year would score like a weekly one.
 * With T = 1 it is E2SFCA, and Σ P·A = Σ T·S over providers with demand in reach.
 */
export function timelyCatchment(input: MobileInput): MobileCatchment {
  const availability = Float64Array.from(input.providers, ({ days }) =>
    days === null ? 1 : temporalAvailability(gapsBetweenDays(days, input.horizonDays), input.wait),
  )
  const supply = input.providers.map((p, j) => p.supplyYear * availability[j]!)
  const { decay, maxCost, demand, links } = input
  const catchment = enhancedTwoStep({
    demand,
    supply,
    links,
    ...(decay && { decay }),
    ...(maxCost !== undefined && { maxCost }),
  })
  const lateSupply = input.providers.reduce(
    (sum, p, j) => sum + (1 - availability[j]!) * p.supplyYear,
    0,
  )
  return { ...catchment, availability, lateSupply }
}

/**
 * Time-expanded 3SFCA, for several stops with interleaved calendars and fixed sites together: at each moment s people
 * choose among providers by distance *and* by the wait to their next visit, G(s) = f·ω(w(s)) / Σ f·ω(w(s)).
 *   R = S / mean over s of Σ P·G(s)·f        A = mean over s of Σ G(s)·R·f·ω(w(s))
 * The mean is taken at the middle of each day: exact for a step of whole days, second order for the exponential.
 * Fixed sites alone give 3SFCA exactly. A need that no provider meets in time still goes somewhere and takes up supply, by
 * distance alone; it just counts for nothing (ω = 0). Without this a step ω would cancel where there is one provider:
 * R would rise by 1/T and A fall by T. With it one provider gives the timely catchment.
 */
export function timeExpandedCatchment(input: MobileInput): Catchment {
  const { demand, providers, links, horizonDays, wait } = input
  const { maxCost = Infinity, decay = () => 1 } = input
  const { from, to, cost } = links
  const near = Float64Array.from(cost, (c, k) =>
    c <= maxCost && providers[to[k]!]!.days?.length !== 0 ? decay(c) : 0,
  )
  const worth = providers.map((p) => worthByDay(p, horizonDays, wait))
  const spent = new Float64Array(providers.length)
  const served = new Float64Array(cost.length)
  const total = new Float64Array(links.origins)
  const anyTime = new Float64Array(links.origins)
  near.forEach((f, k) => {
    anyTime[from[k]!]! += f
  })
  for (const { day, days } of distinctDays(worth, horizonDays)) {
    total.fill(0)
    for (let k = 0; k < cost.length; k++) total[from[k]!]! += near[k]! * worth[to[k]!]![day]!
    for (let k = 0; k < cost.length; k++) {
      if (near[k] === 0) continue
      const inTime = total[from[k]!]!
      const omega = worth[to[k]!]![day]!
      const share = inTime > 0 ? (near[k]! * omega) / inTime : near[k]! / anyTime[from[k]!]!
      const chosen = share * near[k]! * (days / horizonDays)
      spent[to[k]!]! += demand[from[k]!]! * chosen
      served[k]! += chosen * omega
    }
  }
  const ratio = spent.map((people, j) => (people > 0 ? providers[j]!.supplyYear / people : 0))
  const access = new Float64Array(links.origins)
  const reached = new Uint32Array(links.origins)
  for (let k = 0; k < cost.length; k++) {
    access[from[k]!]! += ratio[to[k]!]! * served[k]!
    if (near[k]! > 0) reached[from[k]!]!++
  }
  return { access, ratio, reached }
}

/** ω of the wait to the next visit, from the middle of each day; the visit of day d is met from the middle of day d − 1. */
function worthByDay(provider: Provider, horizonDays: number, decay: WaitDecay): Float64Array {
  const { days } = provider
  if (days === null) return new Float64Array(horizonDays).fill(1)
  const worth = new Float64Array(horizonDays)
  if (days.length === 0) return worth
  let next = 0
  for (let day = 0; day < horizonDays; day++) {
    while (next < days.length && days[next]! <= day) next++
    const date = days[next] ?? days[0]! + horizonDays
    worth[day] = worthAfter(decay, date - day - 0.5)
  }
  return worth
}

/** Days on which every provider is worth the same are reckoned once. */
function distinctDays(
  worth: readonly Float64Array[],
  horizonDays: number,
): { day: number; days: number }[] {
  const found = new Map<string, { day: number; days: number }>()
  for (let day = 0; day < horizonDays; day++) {
    const key = worth.map((w) => w[day]).join(' ')
    const same = found.get(key)
    if (same) same.days++
    else found.set(key, { day, days: 1 })
  }
  return [...found.values()]
}
