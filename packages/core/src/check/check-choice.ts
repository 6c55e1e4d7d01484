import { choiceOf, type ProviderChoice } from '../catalogue/provider-choice.ts'
import type { Service } from '../catalogue/service.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { isMade } from '../plan/plan.ts'
import { metresBetween } from '../territory/earth.ts'
import { servicesTested } from './check-floors.ts'
import { type CheckGround, givesOnSite, type ReadTravel, travelReader } from './check-ground.ts'
import { yearly } from './check-stays.ts'

/** Sites that one settlement weighs. */
const sitesWeighed = 5

/**
 * People who choose for themselves, simulated anew (docs/methods/joint-plan.md): the plan must name each site they go to
 * with as many, steer no more than can be steered, and see who fills a site beyond its capacity.
 */
export function checkChoice(ground: CheckGround): Finding[] {
  const { assumptions } = ground.county.settings
  const travel = travelReader(ground.travel.base.resident)
  return servicesTested(ground.base).flatMap(({ service }) => {
    const choice = choiceOf(service, assumptions)
    if (choice === null) return []
    const { expected, findings } = simulated(ground, service, choice, travel)
    return [...findings, ...filled(ground, service, expected)]
  })
}

/** People by site whom the rule sends there, over all settlements, and where the plan says otherwise. */
function simulated(
  ground: CheckGround,
  service: Service,
  choice: ProviderChoice,
  travel: ReadTravel,
): { expected: Map<string, number>; findings: Finding[] } {
  const sites = [...ground.sites].filter(([, site]) => givesOnSite(site, service))
  const town = townSite(ground, sites)
  const lines = ground.plan.assignments.filter((a) => a.service === service.id)
  const written = new Map<string, number>()
  for (const a of lines)
    if (a.chosen === true) {
      const key = `${a.settlement} ${a.place}`
      written.set(key, (written.get(key) ?? 0) + a.people)
    }
  const expected = new Map<string, number>()
  const findings: Finding[] = []
  const compare = (settlement: string, place: string, want: number) => {
    const have = written.get(`${settlement} ${place}`) ?? 0
    written.delete(`${settlement} ${place}`)
    if (Math.abs(have - want) > 0.01 + 0.001 * want)
      findings.push(wrong(service, settlement, place, have, want))
  }
  for (const settlement of ground.settlements.values()) {
    const people = ground.people(settlement, service)
    if (people <= 0) continue
    const choosers = people * (1 - choice.steerable)
    for (const [id, share] of sharesFrom(settlement.id, sites, town, choice, travel)) {
      compare(settlement.id, id, choosers * share)
      expected.set(id, (expected.get(id) ?? 0) + choosers * share)
    }
    for (const a of lines)
      if (a.settlement === settlement.id && a.chosen !== true)
        if (a.people > people * choice.steerable + 0.01)
          findings.push(
            finding(
              'steered-too-many',
              { path: `assignments.${a.settlement}.${a.service}` },
              {
                settlement: a.settlement,
                service: service.id,
                have: rounded(a.people),
                want: rounded(people * choice.steerable),
              },
            ),
          )
  }
  for (const [key, have] of written) {
    const [settlement, place] = key.split(' ') as [string, string]
    findings.push(wrong(service, settlement, place, have, 0))
  }
  return { expected, findings }
}

const rounded = (n: number): number => Math.round(n * 100) / 100

const wrong = (
  { id }: Service,
  settlement: string,
  place: string,
  have: number,
  want: number,
): Finding =>
  finding(
    'chosen-people-wrong',
    { path: `assignments.${settlement}.${id}` },
    { settlement, service: id, place, have: rounded(have), want: rounded(want) },
  )

type Sites = readonly (readonly [string, { kind: string }])[]

/** The site nearest to the county seat as the crow flies; null where the county names no seat. */
function townSite({ county, facilities }: CheckGround, sites: Sites): string | null {
  let best: { id: string; metres: number } | null = null
  for (const [id] of sites) {
    const at = facilities.get(id)?.at
    if (county.settings.seat === null || at === null || at === undefined) continue
    const metres = metresBetween(county.settings.seat, at)
    if (best === null || metres < best.metres || (metres === best.metres && id < best.id))
      best = { id, metres }
  }
  return best?.id ?? null
}

/** Shares of those who choose at a settlement, by site. */
function sharesFrom(
  settlement: string,
  sites: Sites,
  town: string | null,
  { rule, bypass }: ProviderChoice,
  travel: ReadTravel,
): Map<string, number> {
  const reached = sites.flatMap(([id, { kind }]) => {
    const seconds = travel(settlement, id)?.seconds
    return seconds === undefined ? [] : [{ id, kind, minutes: seconds / 60 }]
  })
  reached.sort((a, b) => a.minutes - b.minutes || (a.id < b.id ? -1 : 1))
  const considered = reached.slice(0, sitesWeighed)
  const utility = considered.map(({ kind, minutes }) =>
    rule.by === 'logit' ? Math.log(rule.attraction[kind] ?? 1) - rule.perMinute * minutes : 0,
  )
  const top = Math.max(...utility)
  const exps = utility.map((u) => Math.exp(u - top))
  const sum = exps.reduce((a, b) => a + b, 0)
  const shares = new Map<string, number>()
  const toTown = town !== null && reached.some((s) => s.id === town) ? bypass : 0
  considered.forEach(({ id }, k) => {
    const own = rule.by === 'nearest' ? (k === 0 ? 1 : 0) : exps[k]! / sum
    shares.set(id, own * (1 - toTown))
  })
  if (town !== null && toTown > 0) shares.set(town, (shares.get(town) ?? 0) + toTown)
  return shares
}

/** Those who choose fill a site first; whom the plan steers there beyond what is left is questioned. */
function filled(
  ground: CheckGround,
  service: Service,
  chosen: ReadonlyMap<string, number>,
): Finding[] {
  const { assumptions } = ground.county.settings
  const times =
    yearly(ground, service.id, ['minServicesPerPersonYear']) ||
    (assumptions[`needTimesYear.${service.id}`] ??
      service.needTimesYear ??
      assumptions.siteTimesPerPersonYear ??
      1)
  const steered = new Map<string, number>()
  for (const a of ground.plan.assignments)
    if (a.service === service.id && a.mode === 'fixed' && a.chosen !== true)
      steered.set(a.place, (steered.get(a.place) ?? 0) + a.people * times)
  return [...steered].sort(byPlace).flatMap(([id, have]) => {
    const capacity = capacityOf(ground, id, service)
    if (capacity === null) return []
    const room = Math.max(0, capacity - (chosen.get(id) ?? 0) * times)
    return have <= room + 0.5
      ? []
      : [
          finding(
            'site-over-capacity',
            { path: `sites.${id}` },
            { facility: id, service: service.id, have: Math.round(have), room: Math.round(room) },
          ),
        ]
  })
}

const byPlace = ([a]: readonly [string, number], [b]: readonly [string, number]): number =>
  a < b ? -1 : 1

/** Person-times a year; null where nobody states any. */
function capacityOf(ground: CheckGround, id: string, service: Service): number | null {
  const site = ground.sites.get(id)
  if (site === undefined) return null
  const { facility, kind, decision } = site
  const made = decision !== null && isMade(decision)
  const conversion = made ? facility.conversions.find((c) => c.toKind === kind) : undefined
  const today = kind === facility.kind ? facility.capacityYear[service.id] : undefined
  const stated = conversion?.capacityYear?.[service.id] ?? today
  if (stated !== undefined) return stated
  const channel = service.channels.find((c) => c.mode === 'fixed' && c.kind === site.kind)
  if (channel?.capacityPerSession === undefined) return null
  const { opening } = facility
  const days =
    opening.length > 0
      ? new Set(opening.map((o) => o.weekday)).size
      : ground.county.settings.workdays.length
  return 52 * days * channel.capacityPerSession
}
