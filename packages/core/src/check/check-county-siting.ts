import type { Catalogue } from '../catalogue/catalogue.ts'
import { floorsOn } from '../catalogue/floors.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { County } from '../plan/county.ts'
import type { CountySiting, SitedFacility } from '../plan/county-siting.ts'
import type { Facility } from '../resources/facility.ts'
import type { TravelTable } from '../travel/travel-table.ts'
import { travelReader } from './check-ground.ts'

export interface CountySitingFacts {
  /** With the sites that could be built in villages. */
  county: County
  catalogue: Catalogue
  /** As residents travel, settlements to facilities. */
  resident: TravelTable
}

type Wrong = (what: string, id: string, want: number, have: number) => void

/** Recomputes an answer to a county's siting question from the raw county: ways, room, money, number and the value itself. */
export function checkCountySiting(facts: CountySitingFacts, siting: CountySiting): Finding[] {
  const findings: Finding[] = []
  const wrong: Wrong = (what, id, want, have) => {
    findings.push(finding('siting-answer-wrong', {}, { what, id, want, have }))
  }
  const facilities = new Map(facts.county.facilities.map((f) => [f.id, f]))
  const run = new Map(siting.sites.filter((s) => s.action !== 'close').map((s) => [s.id, s]))
  checkRuns(facilities, siting, wrong)
  const load = checkShares(facts, siting, run, wrong)
  for (const [id, used] of load) {
    const room = roomOf(facts, facilities.get(id), run.get(id), siting.question.service)
    if (used > room * (1 + 1e-6) + 1e-6) wrong('capacity', id, room, used)
  }
  const { p } = siting.question
  if (p !== null && run.size > p) wrong('open', 'p', p, run.size)
  const value = siteValue(siting, run)
  if (Math.abs(value - siting.cost) > 1e-5 * (1 + Math.abs(value)))
    wrong('cost', siting.question.problem, value, siting.cost)
  return findings
}

/** Every building is run as it may be, at its own cost, and the money suffices. */
function checkRuns(
  facilities: ReadonlyMap<string, Facility>,
  { question, sites }: CountySiting,
  wrong: Wrong,
): void {
  let once = 0
  for (const site of sites) {
    const facility = facilities.get(site.id)
    if (facility === undefined) wrong('facility', site.id, 1, 0)
    else if (site.action === 'keep' || site.action === 'close') {
      if (facility.state !== 'open') wrong('state', site.id, 1, 0)
    } else {
      const costs = facility.conversions.filter((c) => c.toKind === site.toKind)
      if (!costs.some((c) => c.capitalFen === site.onceFen))
        wrong('conversion', site.id, costs[0]?.capitalFen ?? -1, site.onceFen)
      if (facility.unfit.length > 0) wrong('unfit', site.id, 0, facility.unfit.length)
      once += site.onceFen
    }
  }
  if (question.budgetFen !== null && once > question.budgetFen)
    wrong('budget', 'capital', question.budgetFen, once)
}

/** Shares add up, go to open sites, and no way is longer than allowed; returns the people of each site. */
function checkShares(
  { resident }: CountySitingFacts,
  { settlements, question, radiusSeconds }: CountySiting,
  run: ReadonlyMap<string, SitedFacility>,
  wrong: Wrong,
): Map<string, number> {
  const read = travelReader(resident)
  const load = new Map<string, number>()
  for (const { settlement, people, shares } of settlements) {
    const served = shares.reduce((sum, { share }) => sum + share, 0)
    if (question.problem !== 'mclp' && Math.abs(served - 1) > 1e-6)
      wrong('share', settlement, 1, served)
    if (served > 1 + 1e-6) wrong('share', settlement, 1, served)
    for (const { site, share, seconds } of shares) {
      const way = site === `new-${settlement}` ? 0 : (read(settlement, site)?.seconds ?? -1)
      if (!run.has(site)) wrong('open', site, 1, 0)
      if (way !== seconds) wrong('way', settlement, way, seconds)
      if (radiusSeconds !== null && way > radiusSeconds)
        wrong('radius', settlement, radiusSeconds, way)
      load.set(site, (load.get(site) ?? 0) + share * people)
    }
  }
  return load
}

/** People a site can take: stated, or sessions on the days it is open; without either there is no limit. */
function roomOf(
  { county, catalogue }: CountySitingFacts,
  facility: Facility | undefined,
  site: SitedFacility | undefined,
  service: string,
): number {
  if (facility === undefined || site === undefined) return 0
  const { floors } = floorsOn(catalogue, county.standards, county.settings.asOf)
  const floor = floors.find((f) => f.service === service && f.metric === 'minServicesPerPersonYear')
  const uses = floor?.value ?? county.settings.assumptions.siteTimesPerPersonYear ?? 1
  const stated = site.action === 'keep' ? facility.capacityYear[service] : undefined
  if (stated !== undefined) return stated / uses
  const channel = catalogue.services
    .find(({ id }) => id === service)
    ?.channels.find((c) => c.mode === 'fixed' && c.kind === site.toKind)
  if (channel?.capacityPerSession === undefined) return Number.POSITIVE_INFINITY
  const weekdays = new Set(facility.opening.map((o) => o.weekday)).size
  const days = 52 * (weekdays > 0 ? weekdays : county.settings.workdays.length)
  return (channel.capacityPerSession * days) / uses
}

function siteValue(
  { question, settlements, sites }: CountySiting,
  run: ReadonlyMap<string, SitedFacility>,
): number {
  const parts = settlements.flatMap(({ people, shares }) =>
    shares.map(({ share, seconds }) => ({ people: people * share, seconds })),
  )
  switch (question.problem) {
    case 'p-median':
      return parts.reduce((sum, { people, seconds }) => sum + (people * seconds) / 60, 0)
    case 'p-centre':
      return parts.reduce((most, { seconds }) => Math.max(most, seconds / 60), 0)
    case 'mclp':
      return parts.reduce((sum, { people }) => sum + people, 0)
    case 'scp':
      return run.size
    case 'least-cost':
      return sites.reduce((sum, s) => sum + s.yearlyFen + s.onceFen / s.lifeYears, 0)
  }
}
