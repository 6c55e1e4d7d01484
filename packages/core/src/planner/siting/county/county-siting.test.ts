import { loadHighs, runHighs } from '@kuashan/engine/milp/highs-run.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type LineFacility,
  type LinePlace,
  lineCatalogue,
  lineCounty,
  standard,
} from '../../../access/line-county.fixture.ts'
import { checkCountySiting } from '../../../check/check-county-siting.ts'
import type { SolveMilp } from '../../../kernel/milp.ts'
import { random } from '../../../kernel/random.ts'
import {
  type CountyProblem,
  type CountySiting,
  type CountySitingQuestion,
  countyProblems,
} from '../../../plan/county-siting.ts'
import { askCountySiting } from './ask-county-siting.ts'
import { withVillageCandidates } from './village-candidates.ts'

const highs = await loadHighs()
const milp: SolveMilp = async (problem, options) => runHighs(highs, problem, options)
const catalogue = lineCatalogue()
const service = catalogue.services[0]!

const question = (
  problem: CountyProblem,
  rest: Partial<CountySitingQuestion> = {},
): CountySitingQuestion => ({
  service: service.id,
  problem,
  p: null,
  radiusSeconds: null,
  budgetFen: null,
  ...rest,
})

type Line = ReturnType<typeof lineCounty>

const ask = ({ county, travel }: Line, asked: CountySitingQuestion) =>
  askCountySiting({ county, catalogue, service, travel }, asked, milp)

async function answer(line: Line, asked: CountySitingQuestion): Promise<CountySiting> {
  const { siting, findings } = await ask(line, asked)
  if (!siting) throw new Error(findings.map(({ code }) => code).join())
  const facts = { county: line.county, catalogue, resident: line.travel.resident }
  expect(checkCountySiting(facts, siting)).toEqual([])
  return siting
}

const clinic = (capitalFen: number, yearCostFen: number) => [
  { toKind: 'villageClinic', capitalFen, yearCostFen, lifeYears: 10 },
]
const vacant = (id: string, x: number, capitalFen = 1000, yearCostFen = 100): LineFacility => ({
  id,
  x,
  kind: 'primarySchool',
  state: 'vacant',
  conversions: clinic(capitalFen, yearCostFen),
})

/** A clinic at 0; people at 0, 10 and 30 km (2 minutes a km); schools to convert at 10 and 30. */
const valley = (facilities: readonly LineFacility[] = [], settings = {}) =>
  lineCounty(
    [
      { id: 'a', x: 0, people: 100 },
      { id: 'b', x: 10, people: 40 },
      { id: 'c', x: 30, people: 20 },
    ],
    [
      { id: 'clinic', x: 0, kind: 'villageClinic' },
      vacant('near', 10),
      vacant('far', 30, 3000),
      ...facilities,
    ],
    { standards: [standard(service.id, 'maxTravelMin', 20)], settings },
  )

describe('problems of a county', () => {
  it('meets the floor at least cost', async () => {
    const siting = await answer(valley(), question('least-cost'))
    // The far school at 3000 once over ten years and 100 a year; the near one would leave c 40 minutes away.
    expect(siting).toMatchObject({ cost: 400, optimal: true, radiusSeconds: 1200 })
    expect(siting.sites.map(({ id, action }) => [id, action])).toEqual([
      ['clinic', 'keep'],
      ['far', 'convert'],
    ])
  })

  it('goes the least way with so many sites', async () => {
    // Without: 40·20 + 20·60 = 2000 person-minutes. Near leaves 20·40 = 800, far leaves 40·20 = 800 too.
    expect((await answer(valley(), question('p-median', { p: 2 }))).cost).toBeCloseTo(800, 6)
    expect((await answer(valley(), question('p-median', { p: 3 }))).cost).toBeCloseTo(0, 6)
  })

  it('shortens the longest way, and that with least people × way', async () => {
    const siting = await answer(valley(), question('p-centre', { p: 2 }))
    expect(siting).toMatchObject({ cost: 20, bound: 20, optimal: true })
  })

  it('covers the most people within the radius, as money allows', async () => {
    const radiusSeconds = 600
    const two = await answer(valley(), question('mclp', { p: 2, radiusSeconds }))
    expect(two).toMatchObject({ cost: 140, optimal: true })
    const poor = await answer(valley(), question('mclp', { budgetFen: 999, radiusSeconds }))
    expect(poor.cost).toBeCloseTo(100, 6)
  })

  it('covers everybody with the fewest sites', async () => {
    expect(await answer(valley(), question('scp'))).toMatchObject({ cost: 2, optimal: true })
    const strict = await answer(valley(), question('scp', { radiusSeconds: 600 }))
    expect(strict.cost).toBe(3)
  })
})

describe('what the county says of its buildings', () => {
  it('never uses a building on a red line, and says so', async () => {
    const line = valley()
    const county = {
      ...line.county,
      facilities: line.county.facilities.map((f) =>
        f.id === 'far' ? { ...f, unfit: ['ecological red line'] } : f,
      ),
    }
    const { siting, findings } = await ask({ ...line, county }, question('least-cost'))
    expect(siting).toBeNull()
    const told = findings.find(({ code }) => code === 'siting-site-barred')
    expect(told?.facts).toEqual({ id: 'far', reasons: 'ecological red line' })
  })

  it('does not send people to a site that is not open long enough for a visit', async () => {
    const line = valley()
    const opened = (to: string) => ({
      ...line,
      county: {
        ...line.county,
        facilities: line.county.facilities.map((f) =>
          f.id === 'clinic' ? { ...f, opening: [{ weekday: 1 as const, from: '09:00', to }] } : f,
        ),
      },
    })
    const short = await answer(opened('09:04'), question('p-median', { p: 3 }))
    expect(short.settlements[0]!.shares[0]!.site).not.toBe('clinic')
    const long = await answer(opened('09:05'), question('p-median', { p: 3 }))
    expect(long.settlements[0]!.shares[0]!.site).toBe('clinic')
  })

  it('holds what buildings can take', async () => {
    // Room for 110 at the clinic: 30 of the 40 of b must go to a converted school.
    const line = lineCounty(
      [
        { id: 'a', x: 0, people: 100 },
        { id: 'b', x: 1, people: 40 },
      ],
      [
        { id: 'clinic', x: 0, kind: 'villageClinic', capacityYear: { [service.id]: 110 } },
        vacant('near', 5),
      ],
    )
    const siting = await answer(line, question('least-cost', { radiusSeconds: 3600 }))
    expect(siting.sites).toHaveLength(2)
    const tight = await ask(line, question('p-median', { p: 1 }))
    expect(tight.siting).toBeNull()
    expect(tight.findings.map(({ code }) => code)).toEqual([
      'siting-infeasible',
      'siting-relax-floor',
      'siting-relax-capacity',
      'siting-relax-most-sites',
      // The school alone takes all.
      'siting-relax-decided',
    ])
    expect(tight.findings[2]!.facts.list).toBe('clinic as-is 30 people')
  })

  it('upgrades a building that gives the service already', async () => {
    const line = lineCounty(
      [{ id: 'a', x: 0, people: 100 }],
      [
        {
          id: 'clinic',
          x: 0,
          kind: 'villageClinic',
          capacityYear: { [service.id]: 50 },
          conversions: [
            { toKind: 'townshipHealthCentre', capitalFen: 500, yearCostFen: 70, lifeYears: 5 },
          ],
        },
      ],
    )
    const siting = await answer(line, question('least-cost', { radiusSeconds: 3600 }))
    expect(siting.cost).toBeCloseTo(170, 6)
    expect(siting.sites[0]).toMatchObject({ action: 'upgrade', toKind: 'townshipHealthCentre' })
  })

  it('spends each fund on what it may pay for', async () => {
    const line = valley()
    const fund = (id: string, amountFen: number, services: string[]) => ({
      id,
      name: id,
      amountFen,
      basicOnly: false,
      services,
      domains: [],
      use: 'capital' as const,
    })
    const funded = (amount: number) => ({
      ...line,
      county: {
        ...line.county,
        funds: [fund('schools', 1e6, ['EDU-01']), fund('health', amount, [])],
      },
    })
    expect((await answer(funded(3000), question('least-cost'))).sites[1]).toMatchObject({
      id: 'far',
      fund: 'health',
    })
    const { findings } = await ask(funded(2999), question('least-cost'))
    const relief = findings.find(({ code }) => code === 'siting-relax-budget')
    expect(relief?.facts).toMatchObject({ list: 'health 0.01 yuan' })
  })
})

describe('new sites in village centres', () => {
  const centres = (assumptions: Record<string, number>) => {
    const line = valley()
    const county = {
      ...line.county,
      settings: { ...line.county.settings, assumptions },
      settlements: line.county.settlements.map((s) => ({ ...s, isCentre: true })),
    }
    return (asked: CountySitingQuestion) => {
      const mine = { ...line, county: withVillageCandidates(county, service, asked) }
      return ask(mine, asked)
    }
  }

  it('are weighed at the price the county states', async () => {
    const cheap = centres({ newSiteYuan: 5, newSiteYearYuan: 1, newSiteLifeYears: 10 })
    const { siting, findings } = await cheap(question('least-cost'))
    // 500 fen over ten years and 100 a year, below the school's 400.
    expect(siting?.cost).toBeCloseTo(150, 6)
    expect(siting?.sites[1]).toMatchObject({
      id: 'new-c',
      action: 'build',
      toKind: 'villageClinic',
    })
    expect(findings).toEqual([])
  })

  it('are left out, with a word, where money counts and no price is stated', async () => {
    const { siting, findings } = await centres({})(question('least-cost'))
    expect(siting?.sites.map(({ id }) => id)).toEqual(['clinic', 'far'])
    expect(findings.map(({ code }) => code)).toEqual(['siting-new-sites-unpriced'])
  })

  it('cost nothing where the question is about ways alone', async () => {
    const { siting } = await centres({})(question('p-centre', { p: 3 }))
    expect(siting?.cost).toBe(0)
  })
})

describe('what is asked and what cannot be', () => {
  it('wants p where the problem needs one', async () => {
    const { siting, findings } = await ask(valley(), question('p-median'))
    expect(siting).toBeNull()
    expect(findings.map(({ code }) => code)).toEqual(['siting-p-missing'])
  })

  it('lists apart who has no way to any site', async () => {
    const places = [
      { id: 'a', x: 0, people: 100 },
      { id: 'lost', x: 3, people: 7, road: false },
    ]
    const line = lineCounty(places, [{ id: 'clinic', x: 0, kind: 'villageClinic' }])
    const { siting, findings } = await ask(line, question('p-median', { p: 1 }))
    expect(siting?.cutOff).toEqual([{ settlement: 'lost', people: 7 }])
    expect(findings.map(({ code }) => code)).toEqual(['siting-cut-off'])
  })

  it('says that no building gives the service', async () => {
    const line = lineCounty([{ id: 'a', x: 0, people: 1 }], [])
    const { findings } = await ask(line, question('p-median', { p: 1 }))
    expect(findings.map(({ code }) => code)).toEqual(['siting-no-candidate'])
  })
})

/** A county on a line by chance, its clinic far enough that conversions pay. */
function anyLine(seed: number): { places: LinePlace[]; facilities: LineFacility[] } {
  const source = random(seed)
  const places = Array.from({ length: 6 }, (_, i) => ({
    id: `s${i}`,
    x: source.below(40),
    people: 10 + source.below(90),
  }))
  const facilities = Array.from({ length: 4 }, (_, j) =>
    vacant(`f${j}`, source.below(40), 100 * (1 + source.below(30)), 10 * source.below(20)),
  )
  return {
    places,
    facilities: [{ id: 'clinic', x: source.below(40), kind: 'villageClinic' }, ...facilities],
  }
}

const asked = (problem: CountyProblem, budgetFen: number): CountySitingQuestion =>
  question(problem, { p: 3, radiusSeconds: 50 * 60, budgetFen })

/** What is minimised, Infinity where nothing meets all. */
async function value(line: Line, of: CountySitingQuestion): Promise<number> {
  const { siting } = await ask(line, of)
  if (!siting) return Number.POSITIVE_INFINITY
  expect(siting.optimal).toBe(true)
  return of.problem === 'mclp' ? -siting.cost : siting.cost
}

describe('laws', () => {
  it('a candidate more or a larger budget never worsens the certified optimum', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom(...countyProblems),
        fc.integer({ min: 0, max: 4000 }),
        async (seed, problem, budget) => {
          const { places, facilities } = anyLine(seed)
          const all = lineCounty(places, facilities)
          const fewer = lineCounty(places, facilities.slice(0, -1))
          const here = await value(all, asked(problem, budget))
          expect(here).toBeLessThanOrEqual((await value(fewer, asked(problem, budget))) + 1e-6)
          const richer = await value(all, asked(problem, budget + 700))
          expect(richer).toBeLessThanOrEqual(here + 1e-6)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('the order of rows changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom(...countyProblems),
        async (seed, problem) => {
          const { places, facilities } = anyLine(seed)
          const turned = lineCounty([...places].reverse(), [...facilities].reverse())
          expect(await ask(turned, asked(problem, 3000))).toEqual(
            await ask(lineCounty(places, facilities), asked(problem, 3000)),
          )
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('the check of an answer', () => {
  it('sees a changed way, a site too many, money not there, and a wrong value', async () => {
    const line = valley()
    const siting = await answer(line, question('mclp', { p: 3, budgetFen: 4000 }))
    const facts = { county: line.county, catalogue, resident: line.travel.resident }
    const what = (changed: Partial<CountySiting>) =>
      checkCountySiting(facts, { ...siting, ...changed }).map((f) => f.facts.what)
    expect(what({ cost: siting.cost + 1 })).toEqual(['cost'])
    expect(what({ question: { ...siting.question, p: 1 } })).toContain('open')
    expect(what({ question: { ...siting.question, budgetFen: 1 } })).toContain('budget')
    expect(what({ radiusSeconds: -1 })).toContain('radius')
    const [first, ...rest] = siting.settlements
    const nearer = first!.shares.map((share) => ({ ...share, seconds: share.seconds + 60 }))
    expect(what({ settlements: [{ ...first!, shares: nearer }, ...rest] })).toContain('way')
  })
})

describe('with little time', () => {
  it('never takes a search that ended for a proof that there is nothing', async () => {
    const ended: SolveMilp = async () => ({
      status: 'none-found',
      values: [],
      objective: Number.POSITIVE_INFINITY,
      bound: Number.NEGATIVE_INFINITY,
      nodes: 0,
    })
    for (const problem of countyProblems) {
      const { county, travel } = valley()
      const asked = question(problem, { p: 2 })
      const { findings } = await askCountySiting(
        { county, catalogue, service, travel },
        asked,
        ended,
      )
      expect(findings.map(({ code }) => code)).toContain('siting-none-found')
    }
  })
})
