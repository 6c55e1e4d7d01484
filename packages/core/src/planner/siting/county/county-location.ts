import { entitledIn } from '../../../access/entitled.ts'
import { limitsOf } from '../../../access/limits.ts'
import { remoteSettlements } from '../../../access/remote-settlements.ts'
import type { Catalogue } from '../../../catalogue/catalogue.ts'
import { floorsOn } from '../../../catalogue/floors.ts'
import type { Service } from '../../../catalogue/service.ts'
import { UNREACHABLE } from '../../../kernel/units.ts'
import type { County } from '../../../plan/county.ts'
import type { CountySiting, CountySitingQuestion } from '../../../plan/county-siting.ts'
import { assumedMinutesPerPerson } from '../../../plan/visit-load.ts'
import type { CountyTravel } from '../../../travel/travel-table.ts'
import { countyInOrder } from '../../county-in-order.ts'
import { roadReader } from '../../road-reader.ts'
import type { Budget, LocationProblem } from '../location/location-problem.ts'
import { optionKey } from '../location/location-problem.ts'
import { asksMoney } from './asks-money.ts'
import { type CountySite, countySites } from './county-sites.ts'
import { newSiteId } from './village-candidates.ts'

export interface CountySitingInput {
  county: County
  catalogue: Catalogue
  service: Service
  /** In the state in which people go to their sites: the base state. */
  travel: CountyTravel
}

/** A siting question of a county as a location problem: ways in seconds, needs in people. */
export interface CountyLocation {
  question: CountySitingQuestion
  problem: LocationProblem
  sites: readonly CountySite[]
  radiusSeconds: number | null
  cutOff: CountySiting['cutOff']
}

/** The longest way that counts: as asked, else the floor of the service where the problem needs one. */
function radiusOf(
  { problem, radiusSeconds }: CountySitingQuestion,
  fixedSeconds: number,
): number | null {
  if (radiusSeconds !== null) return radiusSeconds
  return problem === 'p-median' || problem === 'p-centre' ? null : fixedSeconds
}

/** States a question as a location problem. Rows of the county may stand in any order. */
export function countyLocation(
  { catalogue, service, travel, ...input }: CountySitingInput,
  question: CountySitingQuestion,
): CountyLocation {
  const county = countyInOrder(input.county)
  const { settings } = county
  const floors = floorsOn(catalogue, county.standards, settings.asOf).floors.filter(
    (floor) => floor.service === service.id,
  )
  const radiusSeconds = radiusOf(question, limitsOf(floors, settings.assumptions).fixedSeconds)
  const perPerson = floors.find((f) => f.metric === 'minServicesPerPersonYear')?.value
  const usesPerPerson = perPerson ?? settings.assumptions.siteTimesPerPersonYear ?? 1
  const sites = countySites({ county, catalogue, service, usesPerPerson })
  const entitled = entitledIn(county, travel, remoteSettlements(county, travel.resident))
  const road = roadReader(travel.resident)
  const rows = county.settlements.flatMap((settlement) => {
    const { people } = entitled(settlement, service)
    const ways = sites.map(({ facility }) => {
      // Who lives where a site would be built is there, even where no road joins the place to itself.
      if (facility.id === newSiteId(settlement.id)) return 0
      const seconds = road.seconds(settlement.id, facility.id)
      return seconds === UNREACHABLE ? Number.POSITIVE_INFINITY : seconds
    })
    return people > 0 ? [{ id: settlement.id, people, ways }] : []
  })
  const reached = rows.filter(({ ways }) => ways.some(Number.isFinite))
  const farthest = radiusSeconds ?? Number.POSITIVE_INFINITY
  const channel = service.channels.find((c) => c.mode === 'fixed')
  return {
    question,
    sites,
    radiusSeconds,
    cutOff: rows
      .filter(({ ways }) => !ways.some(Number.isFinite))
      .map(({ id, people }) => ({ settlement: id, people })),
    problem: {
      mode: question.problem === 'mclp' ? 'most-need' : 'least-cost',
      clients: reached.map(({ id, people }) => ({
        id,
        need: people,
        farthest,
        floor: question.problem === 'mclp' ? 0 : 1,
        times: null,
      })),
      sites: sites.map(({ site }) => site),
      ways: reached.map(({ ways }) => ways),
      budgets: asksMoney(question) ? budgetsOf(county, question, sites) : [],
      mostSites: question.p,
      years: 20,
      travel: 0,
      visit: channel?.minutesPerPerson ?? assumedMinutesPerPerson,
    },
  }
}

/** The capital budget, and each fund for what it pays. */
function budgetsOf(
  { settings, funds }: County,
  { budgetFen }: CountySitingQuestion,
  sites: readonly CountySite[],
): Budget[] {
  const limit = budgetFen ?? settings.capitalBudgetFen
  const capital: Budget[] =
    limit === null ? [] : [{ id: 'capital', kind: 'once', limit, options: null }]
  const ofFunds = funds.flatMap((fund): Budget[] => {
    const options = sites.flatMap(({ facility, meaning }) =>
      [...meaning].flatMap(([option, means]) =>
        means.fund === fund.id ? [optionKey(facility.id, option)] : [],
      ),
    )
    return options.length > 0 ? [{ id: fund.id, kind: 'once', limit: fund.amountFen, options }] : []
  })
  return [...capital, ...ofFunds]
}
