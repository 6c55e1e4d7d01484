import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Experiment } from '@kuashan/core/plan/experiment.ts'
import { applyScenario } from '@kuashan/core/plan/scenario/scenarios.ts'
import { forecastBeside } from '@kuashan/core/planner/compare/forecast-beside.ts'
import { importCounty } from '@kuashan/engine/county-folder/import-county.ts'
import { readExperiments } from '@kuashan/engine/county-folder/read-experiments.ts'
import { readScenarios } from '@kuashan/engine/county-folder/read-scenarios.ts'
import { folderHash, makeSandbox } from '@kuashan/engine/county-folder/sandbox.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planned } from './planning.fixture.ts'

const live = new URL('../../examples/three-valleys', import.meta.url).pathname
let home: string
let sandbox: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kuashan-sandbox-'))
  sandbox = join(home, 'sandbox')
})
afterAll(() => rm(home, { recursive: true, force: true }))

const trial = (recorded: unknown[]) =>
  Experiment.parse({
    id: 'T1',
    nameZh: '东谷巡回诊疗',
    nameEn: 'A clinic van in the east valley',
    wayZh: '流动诊所代替固定卫生室',
    wayEn: 'a clinic van in place of a clinic',
    services: ['MED-01'],
    where: ['331199100204-01'],
    range: { from: '2026-01-01', to: '2026-06-30' },
    scenario: 'gather',
    recorded,
  })

describe('a new way of supply is tried (A117)', () => {
  it('in a sandbox, and live data stay untouched (A117)', async () => {
    const before = await folderHash(live)
    expect(await makeSandbox(live, sandbox)).toEqual([])
    expect(await folderHash(sandbox)).toBe(before)
    const people = join(sandbox, 'settlements.csv')
    await writeFile(people, (await readFile(people, 'utf8')).replace('东尽头', '东尽头新村'))
    const { input } = await importCounty(sandbox, { today: '2026-01-01' })
    expect(input!.county.settlements.some((s) => s.name === '东尽头新村')).toBe(true)
    expect(await folderHash(sandbox)).not.toBe(before)
    expect(await folderHash(live)).toBe(before)
    expect((await makeSandbox(live, sandbox)).map((f) => f.code)).toEqual(['sandbox-not-empty'])
  })

  it('its forecast later stands beside what happened (A117)', async () => {
    const { input } = await importCounty(sandbox, { today: '2026-01-01' })
    const { scenarios } = await readScenarios(sandbox)
    const of = scenarios.find((s) => s.id === 'south-clinic')!
    const changed = applyScenario(input!, of, scenarios).input!
    const { county, catalogue } = changed
    const { travel } = await yearTravel(changed, { workers: 1 })
    const plan = await planned({ county, catalogue, travel }, 200)
    const all = plan.tours.flatMap(({ date, visits }) =>
      visits.map(({ stop, services }) => ({ date, stop, services })),
    )
    const [{ stop, services }] = all as [(typeof all)[number]]
    const service = services[0]!
    const { settlement } = plan.stops.find((s) => s.id === stop)!.serves[0]!
    const stops = plan.stops.filter(({ serves }) => serves.some((s) => s.settlement === settlement))
    const come = all.filter(
      (visit) => stops.some(({ id }) => id === visit.stop) && visit.services.includes(service),
    )
    const meant = come.filter(({ date }) => date <= '2026-06-30').length
    expect(meant).toBeGreaterThan(0)
    expect(meant).toBeLessThan(come.length)
    const ran = { ...trial([]), where: [settlement], services: [service] }
    const [said] = forecastBeside(ran, plan)
    expect(said!.forecast.visits).toBe(meant)
    expect(said).toMatchObject({ recorded: null, difference: null })
    const recorded = [
      { settlement, service, visits: 3, personTimes: 10 },
      { settlement, service, visits: 2, personTimes: 5 },
    ]
    const [beside] = forecastBeside({ ...ran, recorded }, plan)
    expect(beside!.forecast).toEqual(said!.forecast)
    expect(beside!.recorded).toEqual({ visits: 5, personTimes: 15 })
    expect(beside!.difference!.visits).toBe(5 - said!.forecast.visits)
  })

  it('the register names what is not there (A117)', async () => {
    const { input } = await importCounty(sandbox, { today: '2026-01-01' })
    const rows = [{ ...trial([]), where: ['nowhere'], scenario: 'gathr' }, trial([])]
    await writeFile(join(sandbox, 'experiments.yaml'), JSON.stringify(rows))
    const { experiments, findings } = await readExperiments(sandbox, input!)
    expect(experiments).toHaveLength(2)
    expect(findings.map((f) => [f.code, f.facts.value ?? f.facts.id, f.facts.suggestion])).toEqual([
      ['experiment-id-doubled', 'T1', undefined],
      ['experiment-names-nothing', 'nowhere', ''],
      ['experiment-names-nothing', 'gathr', '→ gather?'],
    ])
  })
})
