import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { AdoptedStandard } from '@kuashan/core/catalogue/standard.ts'
import { startingCatalogue } from '@kuashan/core/catalogue/starting-catalogue.ts'
import { threeValleys } from '@kuashan/core/demo/three-valleys.ts'
import { layers, Scenario } from '@kuashan/core/plan/change.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { applyChanges } from '@kuashan/core/plan/scenario/apply-changes.ts'
import { checkProjects } from '@kuashan/core/plan/scenario/projects.ts'
import { scorecard } from '@kuashan/core/planner/compare/scorecard.ts'
import { sideOf } from '@kuashan/core/planner/compare/side.ts'
import type { Vehicle } from '@kuashan/core/resources/vehicle.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { describe, expect, it } from 'vitest'
import { planned } from './planning.fixture.ts'

const valleys = threeValleys(startingCatalogue())
const homeOf = (nameEn: string) => valleys.county.settlements.find((s) => s.nameEn === nameEn)!
const [east, north] = [homeOf('Dongsanwan'), homeOf('Beierkeng')]

const project = (id: string, changes: unknown[], effects?: string[]) =>
  Scenario.parse({
    id,
    nameZh: id,
    nameEn: id,
    changes,
    effects: (effects ?? [...layers]).map((layer) => ({ layer, direction: 'changes', what: 'x' })),
  })
const road = project('ridge-road', [
  { do: 'build-road', id: 'ridge', from: east.id, to: north.id, class: 'tertiary' },
])
const around = (at: readonly [number, number], half: number) => [
  [at[0] - half, at[1] - half],
  [at[0] + half, at[1] - half],
  [at[0] + half, at[1] + half],
  [at[0] - half, at[1] + half],
]
const reserve = (at: readonly [number, number]) =>
  project('reserve', [
    { do: 'red-line', name: '水源涵养区', polygon: around(at, 0.01), what: 'all' },
  ])
/** Every village is due a visit, so that tours go to the ends of all valleys. */
const input: CountyInput = {
  ...valleys,
  county: {
    ...valleys.county,
    standards: [
      AdoptedStandard.parse(standard('MED-01', 'maxTravelMin', 5)),
      AdoptedStandard.parse(standard('MED-01', 'minVisitsPerVillageYear', 24)),
    ],
    facilities: valleys.county.facilities.filter((f) => f.id === 'THC-2'),
    settings: { ...valleys.county.settings, services: ['MED-01'] },
    vehicles: valleys.county.vehicles.map((v): Vehicle => ({ ...v, depot: 'THC-2' })),
    staff: [],
    baseline: { rotas: [], timetable: [], spending: [] },
  },
}
const sideUnder = async (of: CountyInput) => {
  const { travel } = await yearTravel(of, { workers: 1 })
  const plan = await planned({ county: of.county, catalogue: of.catalogue, travel }, 300)
  const names = { id: 'x', nameZh: 'x', nameEn: 'x' }
  return sideOf({ ...names, input: of, travel, plan, capitalOfChanges: {} })
}
const driven = (side: Awaited<ReturnType<typeof sideUnder>>) =>
  side.plan!.tours.reduce((sum, t) => sum + t.driveSeconds, 0)

describe('six integrations (A15)', () => {
  it('a new road shortens tours, and the scorecard of the six shows it (A15)', async () => {
    const before = await sideUnder(input)
    const after = await sideUnder(applyChanges(input, road.changes).input!)
    expect(after.plan!.shortages.length).toBeLessThanOrEqual(before.plan!.shortages.length)
    expect(driven(after)).toBeLessThan(driven(before))
    const [was, is] = [scorecard(before), scorecard(after)]
    for (const layer of layers)
      expect(is.filter((i) => i.layer === layer && i.value !== null).length).toBeGreaterThan(0)
    const value = (card: typeof was, part: string) =>
      card.find((i) => i.name.en.includes(part))!.value!
    expect(value(is, 'Kilometres of road')).toBeGreaterThan(value(was, 'Kilometres of road'))
    expect(value(is, 'service vehicles')).toBeLessThan(value(was, 'service vehicles'))
  }, 180_000)

  it('an ecological red line of one project forbids the site and the road of others (A15)', () => {
    const clinic = project('clinic', [
      { do: 'add-site-at', id: 'NEW', kind: 'villageClinic', settlement: east.id },
    ])
    const found = checkProjects(valleys, [clinic, road, reserve(east.at!)])
    expect(found.map((f) => [f.code, f.at.path, f.facts.what])).toEqual([
      ['change-crosses-red-line', 'clinic.changes.0', 'NEW'],
      ['change-crosses-red-line', 'ridge-road.changes.0', 'ridge'],
    ])
    expect(found[0]!.facts.rows).toContain('4 points')
    expect(checkProjects(valleys, [clinic, road, reserve([100, 20])])).toEqual([])
  })

  it('projects that contradict each other are named by both (A15)', () => {
    const price = (id: string, value: number) =>
      project(id, [{ do: 'set-price', price: 'fuelPerKmFen', value }])
    expect(checkProjects(valleys, [price('a', 1), price('b', 2)])).toMatchObject([
      { code: 'projects-contradict', facts: { project: 'b', other: 'a' } },
    ])
  })

  it('a project must say what it does to the layers it touches (A15)', () => {
    const silent = project('silent', road.changes, ['services'])
    expect(checkProjects(valleys, [silent])).toMatchObject([
      { code: 'project-effect-undeclared', facts: { layer: 'infrastructure' } },
    ])
  })
})
