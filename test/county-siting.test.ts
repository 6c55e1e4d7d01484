import { describe, expect, it } from 'vitest'
import { checkCountySiting } from '../packages/core/src/check/check-county-siting.ts'
import { demoCounty } from '../packages/core/src/demo/demo-county.ts'
import type { SolveMilp } from '../packages/core/src/kernel/milp.ts'
import type { CountyInput } from '../packages/core/src/plan/county.ts'
import type {
  CountyProblem,
  CountySitingQuestion,
} from '../packages/core/src/plan/county-siting.ts'
import { askCountySiting } from '../packages/core/src/planner/siting/county/ask-county-siting.ts'
import { withVillageCandidates } from '../packages/core/src/planner/siting/county/village-candidates.ts'
import { readCountyFolder } from '../packages/engine/src/county-folder/read-county-folder.ts'
import { loadHighs, runHighs } from '../packages/engine/src/milp/highs-run.ts'
import { countyTravel } from '../packages/engine/src/travel/county-travel.ts'

const highs = await loadHighs()
const milp: SolveMilp = async (problem, options) => runHighs(highs, problem, options)

const question = (
  problem: CountyProblem,
  rest: Partial<CountySitingQuestion> = {},
): CountySitingQuestion => ({
  service: 'MED-01',
  problem,
  p: null,
  radiusSeconds: null,
  budgetFen: null,
  ...rest,
})

/** A county that is asked several questions, with villages as candidates, and each answer checked. */
async function askedCounty(input: CountyInput) {
  const service = input.catalogue.services.find(({ id }) => id === 'MED-01')!
  const county = withVillageCandidates(input.county, service, question('p-median'))
  const options = { workers: 1, vehicle: false }
  const { travel } = await countyTravel({ ...input, county }, options)
  const { catalogue } = input
  return async (asked: CountySitingQuestion) => {
    const mine = withVillageCandidates(input.county, service, asked)
    const facts = { county: mine, catalogue, service, travel }
    const answer = await askCountySiting(facts, asked, milp)
    const wrong = answer.siting
      ? checkCountySiting({ county: mine, catalogue, resident: travel.resident }, answer.siting)
      : []
    expect(wrong).toEqual([])
    return answer
  }
}

describe('three valleys: where to have general consultations, by hand', async () => {
  const folder = new URL('../examples/three-valleys/', import.meta.url).pathname
  const ask = await askedCounty((await readCountyFolder(folder)).input as CountyInput)
  const changed = async (asked: CountySitingQuestion) =>
    (await ask(asked)).siting?.sites.filter(({ action }) => action !== 'keep').map(({ id }) => id)

  it('costs today what the three sites cost, where 35 minutes are allowed', async () => {
    const { siting } = await ask(question('least-cost', { radiusSeconds: 35 * 60 }))
    // 320,000 yuan and 11,040 hours at 40 yuan.
    expect(siting).toMatchObject({ cost: (320_000 + 11_040 * 40) * 100, optimal: true })
  })

  it('converts the school where 32 minutes are allowed', async () => {
    const { siting } = await ask(question('least-cost', { radiusSeconds: 32 * 60 }))
    // 20,000 a year, 100,000 over 20 years, 1,840 hours more.
    const more = 20_000 + 5_000 + 1_840 * 40
    expect(siting?.cost).toBe((761_600 + more) * 100)
    expect(siting?.sites.find(({ id }) => id === 'VAC-1')).toMatchObject({
      action: 'convert',
      fund: 'capital',
    })
  })

  it('names the two settlements that no building brings within 25 minutes', async () => {
    const { siting, findings } = await ask(question('least-cost'))
    expect(siting).toBeNull()
    const relief = findings.find(({ code }) => code === 'siting-relax-farthest')
    // Nansanping is 30 minutes from Huigukou, Beiyanbei 20 and 12 on foot from Beierkeng.
    expect(relief?.facts.list).toMatch(/^331199100207-01 5 min, 331199200203-02 6\.\d+ min$/)
    expect(relief?.facts.proof).toBe('solved again, proven smallest')
  })

  it('opens a fourth site at Dongsiwan: least way, most covered, shortest longest way', async () => {
    const median = await ask(question('p-median', { p: 4 }))
    // East 20·100 + 10·100 + 5·20; south 10·200 + 20·100 + 30·40; north 10·200 + 10·100 + 20·100 + 32·40.
    expect(median.siting?.cost).toBeCloseTo(3_100 + 5_200 + 6_280, -1)
    expect(await changed(question('p-median', { p: 4 }))).toEqual(['new-331199100204-01'])
    expect((await ask(question('mclp', { p: 4 }))).siting?.cost).toBe(3_920)
    const centre = await ask(question('p-centre', { p: 4 }))
    expect(centre.siting?.cost).toBeCloseTo(32, 0)
  })

  it('needs one new site in each valley for 25 minutes', async () => {
    expect((await ask(question('scp'))).siting).toMatchObject({ cost: 6, optimal: true })
    expect((await ask(question('scp', { radiusSeconds: 32 * 60 }))).siting?.cost).toBe(4)
  })

  it('covers what the money allows', async () => {
    const within = async (yuan: number) =>
      (await ask(question('mclp', { budgetFen: yuan * 100 }))).siting?.cost
    expect(await within(99_999)).toBe(3_800)
    expect(await within(100_000)).toBe(3_920)
  })

  it('says that two sites are too few, and that three are enough', async () => {
    const { siting, findings } = await ask(question('p-median', { p: 2 }))
    expect(siting).toBeNull()
    const relief = findings.find(({ code }) => code === 'siting-relax-most-sites')
    expect(relief?.facts).toMatchObject({ by: 1, proof: 'solved again, proven smallest' })
  })
})

describe('the demo county: where to have general consultations', async () => {
  const input = demoCounty({ size: 'county', seed: 1 })
  const centres = input.county.settlements.filter((s) => s.isCentre)
  const ask = await askedCounty({ ...input, county: { ...input.county, settlements: centres } })
  const today = (await ask(question('p-median', { p: 1000, budgetFen: 0 }))).siting!

  it('answers with what is there today where nothing may be spent', () => {
    expect(today.optimal).toBe(true)
    expect(today.sites.every(({ onceFen }) => onceFen === 0)).toBe(true)
  })

  it('goes less far with five sites more, proven', async () => {
    const { siting } = await ask(question('p-median', { p: today.sites.length + 5 }))
    expect(siting?.optimal).toBe(true)
    expect(siting!.cost).toBeLessThan(today.cost)
  })
})
