import { type AgedPopulation, ageCount, agePyramid, agesKnown, peopleByAge } from './ages.ts'
import { type Group, groupOf, groups, noPeople } from './group.ts'
import { type Prevalence, prevalence } from './prevalence.ts'
import type { Rule } from './rule.ts'
import {
  type Chances,
  type Odds,
  passes,
  type Scalar,
  shareOf,
  type Test,
  testsOf,
} from './rule-share.ts'
import type { Service } from './service.ts'

/** What the place itself answers: `villageHasClinic`, `villageRemote`, `travelMinClinic`, `travelMinShop`, `travelMinSchool`... */
export type PlaceAttributes = Readonly<Record<string, Scalar>>

/** Those who live at a settlement, with counts known there (`Settlement.permanent`, `Settlement.needs`). */
export interface PlaceProfile {
  population: AgedPopulation
  needs: Readonly<Record<string, number>>
  place: PlaceAttributes
}

/** People entitled to a service at a settlement. Expected numbers, so not whole. */
export interface Need {
  people: number
  byGroup: Record<Group, number>
  /** Rests on assumed rates or ages; a known count does not. */
  estimated: boolean
  /** Attributes the rule tests of which nothing is known here: their tests hold for nobody. */
  missing: string[]
}

interface ShareByAge {
  shares: Float64Array
  /** All ages have the same share. */
  even: boolean
  usesRates: boolean
  missing: string[]
}

/** The rates of one county, with what has been worked out from them. */
export interface NeedRates {
  peopleByAge(population: AgedPopulation): Float64Array
  shareByAge(service: Service, place: PlaceAttributes): ShareByAge
}

/** Rates for `needOf`; `assumptions` are those of `county.yaml` (see `prevalence`). Make once, use for all settlements. */
export function needRates(assumptions: Readonly<Record<string, number>> = {}): NeedRates {
  const table = prevalence(assumptions)
  const known = new Map<Service, { tests: readonly Test[]; shares: Map<string, ShareByAge> }>()
  const pyramid = agePyramid(table)
  const spread = new WeakMap<AgedPopulation, Float64Array>()
  return {
    peopleByAge: (population) => {
      const found = spread.get(population) ?? peopleByAge(population, pyramid)
      spread.set(population, found)
      return found
    },
    shareByAge: (service, place) => {
      const { rule } = service.entitled
      const ofService = known.get(service) ?? { tests: testsOf(rule), shares: new Map() }
      known.set(service, ofService)
      const key = answersOf(ofService.tests, place)
      const found = ofService.shares.get(key) ?? shareByAge(rule, place, table)
      ofService.shares.set(key, found)
      return found
    },
  }
}

/** What a place answers to each test, in one word; shares hang on nothing else of it. */
function answersOf(tests: readonly Test[], place: PlaceAttributes): string {
  let answers = ''
  for (const { operator, attribute, operand } of tests) {
    const value = place[attribute]
    answers += value === undefined ? '-' : passes(operator, value, operand) ? '1' : '0'
  }
  return answers
}

function shareByAge(rule: Rule, place: PlaceAttributes, table: Prevalence): ShareByAge {
  const missing = new Set<string>()
  const shares = new Float64Array(ageCount)
  const byMonth = testsOf(rule).some((t) => t.attribute === 'ageMonths')
  for (let age = 0; age < ageCount; age++) {
    const months = byMonth ? Array.from({ length: 12 }, (_, m) => age * 12 + m) : [age * 12]
    for (const month of months)
      shares[age]! += shareOf(rule, oddsAt(age, month, place, table), missing) / months.length
  }
  const known = (attribute: string) =>
    attribute === 'age' ||
    attribute === 'ageMonths' ||
    attribute === 'residence' ||
    place[attribute] !== undefined
  return {
    shares,
    even: shares.every((share) => share === shares[0]),
    usesRates: testsOf(rule).some((t) => !known(t.attribute)),
    missing: [...missing].sort(),
  }
}

const certain = (value: Scalar): Chances => [{ value, chance: 1 }]

/** What is known of permanent residents of one age at one place. */
function oddsAt(age: number, month: number, place: PlaceAttributes, table: Prevalence): Odds {
  const at = (attribute: string) =>
    table.attributes[attribute]?.rates.filter(
      (r) => r.from <= age && (r.to === null || age <= r.to),
    ) ?? null
  return {
    one: (attribute) => {
      if (attribute === 'age') return certain(age)
      if (attribute === 'ageMonths') return certain(month)
      if (attribute === 'residence') return certain('permanent')
      const here = place[attribute]
      if (here !== undefined) return certain(here)
      return at(attribute)?.map((r) => ({ value: r.value, chance: r.rate })) ?? null
    },
    has: (attribute, value) => {
      const rates = at(attribute)
      return rates && (rates.find((r) => r.value === value)?.rate ?? 0)
    },
  }
}

/**
 * How many permanent residents a service is meant for at one settlement: its entitlement rule, evaluated for each year
 * of age. Residence is "permanent" by definition and never hukou; ages and what the place answers are exact; the rest
 * comes from `rates`, each attribute independent of the others. A count known at the settlement overrides all, and is
 * shared among groups as the estimate is. See docs/methods/need.md.
 */
export function needOf(service: Service, profile: PlaceProfile, rates: NeedRates): Need {
  const byAges = rates.shareByAge(service, profile.place)
  const { shares, usesRates, missing } = byAges
  const byAge = rates.peopleByAge(profile.population)
  const inGroup = new Float64Array(groups.length)
  let people = 0
  for (let age = 0; age < ageCount; age++) {
    const entitled = byAge[age]! * shares[age]!
    inGroup[groupAt[age]!]! += entitled
    people += entitled
  }
  const byGroup = noPeople()
  groups.forEach((group, k) => {
    byGroup[group] = inGroup[k]!
  })
  const count = profile.needs[service.id]
  if (count !== undefined)
    return {
      people: count,
      byGroup: sharedOut(count, byGroup, byAge),
      estimated: false,
      missing: [],
    }
  for (const g of groups) byGroup[g] = tidy(byGroup[g])
  const estimated = usesRates || !bandsDecide(profile.population, byAges)
  return { people: tidy(people), byGroup, estimated, missing }
}

/** The group of each year of age, by its place in `groups`. */
const groupAt = Uint8Array.from({ length: ageCount }, (_, age) => groups.indexOf(groupOf(age)))

/** To a millionth of a person: whole counts stay whole. */
const tidy = (people: number): number => Math.round(people * 1e6) / 1e6

/** Whether the bands alone say it: the rule takes all or none of every band that has people. */
function bandsDecide(
  population: AgedPopulation,
  { shares, even }: Pick<ShareByAge, 'shares' | 'even'>,
): boolean {
  if (even) return true
  const same = (from: number, to: number) =>
    shares.subarray(from, to + 1).every((share) => share === shares[from])
  return (
    agesKnown(population) &&
    population.bands.every(
      (b) =>
        b.people === 0 ||
        same(
          Math.min(b.from, ageCount - 1),
          Math.min(b.to ?? ageCount, ageCount) - (b.to === null ? 1 : 0),
        ),
    )
  )
}

function sharedOut(
  count: number,
  estimate: Record<Group, number>,
  byAge: Float64Array,
): Record<Group, number> {
  const weights = groups.some((g) => estimate[g] > 0) ? estimate : noPeople()
  if (weights !== estimate)
    for (let age = 0; age < ageCount; age++) weights[groupOf(age)] += byAge[age]!
  const sum = groups.reduce((s, g) => s + weights[g], 0)
  const shared = noPeople()
  for (const g of groups) shared[g] = sum > 0 ? (count * weights[g]) / sum : 0
  if (sum === 0) shared.adult = count
  return shared
}
