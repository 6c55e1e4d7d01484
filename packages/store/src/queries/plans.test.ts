import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { notToBeSent } from '@kuashan/core/resources/fleet-register.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  countyCode,
  otherCounty,
  somebody,
  stageThreeValleys,
  type TestStore,
  testStoreWithCounties,
} from '../store.fixture.ts'
import { enterVehicle, type FleetEntry, listFleet, saveVehicle } from './fleet.ts'
import { listMeasurements, readMeasurement, saveMeasurement } from './measurements.ts'
import { findStepFindings, listSteps, readRoadState, takeStep } from './plan-steps.ts'
import {
  answerComment,
  answerObjection,
  commentOnPlan,
  listComments,
  listNotices,
  listObjections,
  objectToPlan,
  postNotice,
} from './plan-voices.ts'
import {
  createPlan,
  getPlan,
  listPlans,
  listPlanVersions,
  readPlanVersion,
  renamePlan,
  savePlan,
} from './plans.ts'
import { createScenario, getScenario, saveScenario } from './scenarios.ts'

const date = (text: string): PlainDate => text as PlainDate
const planOf = (county: string, seed = 1): string => {
  const nothing = { cashFen: 0, capitalFen: {}, staffHours: 0 }
  const plan: Plan = {
    format: 1,
    county,
    mode: 'least-cost',
    horizon: { from: date('2026-01-01'), to: date('2026-12-31') },
    season: 'summer',
    made: {
      engine: 'test',
      dataHash: 'x',
      seed,
      iterations: 1,
      workers: 1,
      reproducible: true,
    },
    ...{ sites: [], stops: [], tours: [], rides: [], assignments: [], shortages: [], fleet: [] },
    costs: { today: nothing, plan: nothing },
    levels: [],
    assumed: [],
  }
  return JSON.stringify(plan)
}

const planner = somebody('planner')
const leader = somebody('leader')
const village = '331199101201'
const clerk = somebody('township', { area: village.slice(0, 9) })
const refusal = (code: string) => ({ finding: { code } })
const clean = { document: planOf(countyCode), findings: [] }

let store: TestStore
let revision: string
beforeAll(async () => {
  store = await testStoreWithCounties()
  revision = await store.as(planner, (access) => stageThreeValleys(access))
})
afterAll(() => store.remove())

const draft = (name: string, some = {}) =>
  store.as(planner, (a) => createPlan(a, { name, revision, ...clean, ...some }))
const step = (
  caller: typeof planner,
  plan: string,
  version: number,
  to: Parameters<typeof takeStep>[3]['to'],
  note = '',
) => store.as(caller, (a) => takeStep(a, plan, version, { to, note, villages: [village] }))

describe('a plan', () => {
  test('keeps every saved state byte for byte', async () => {
    const plan = await draft('甲')
    const document = ` ${planOf(countyCode, 2)}\n`
    await store.as(planner, (a) => savePlan(a, plan, 1, { document, findings: [], note: '改' }))
    await store.as(planner, (a) => renamePlan(a, plan, 2, '甲二'))
    expect((await store.as(planner, (a) => readPlanVersion(a, plan))).document).toBe(document)
    expect((await store.as(leader, (a) => readPlanVersion(a, plan, 1))).document).toBe(
      clean.document,
    )
    expect(await store.as(planner, (a) => listPlanVersions(a, plan))).toMatchObject([
      { version: 1 },
      { version: 2, note: '改' },
    ])
  })

  test('edited by two planners at once is saved by one; the other is told and loses nothing', async () => {
    const plan = await draft('乙')
    const save = (seed: number) => {
      const document = planOf(countyCode, seed)
      return store.as(planner, (a) => savePlan(a, plan, 1, { document, findings: [] }))
    }
    const ends = await Promise.allSettled([save(3), save(4), save(5)])
    const rejected = ends.filter((end) => end.status === 'rejected')
    expect(rejected).toHaveLength(2)
    for (const end of rejected) expect(end.reason).toMatchObject(refusal('store-stale'))
    expect(await store.as(planner, (a) => listPlanVersions(a, plan))).toHaveLength(2)
  })

  test.each([
    [planOf(otherCounty), 'plan-of-other-county'],
    ['{"format":1}', 'plan-malformed'],
    ['{', 'plan-malformed'],
  ])('whose document is %.20s is refused', async (document, code) => {
    await expect(draft('丙', { document })).rejects.toMatchObject(refusal(code))
    expect((await store.as(planner, listPlans)).map((p) => p.name)).not.toContain('丙')
  })

  test('of another county is not there, and does not refer to another county’s data', async () => {
    const plan = await draft('丁')
    const elsewhere = somebody('planner', { county: otherCounty })
    await expect(store.as(elsewhere, (a) => getPlan(a, plan))).rejects.toMatchObject(
      refusal('store-not-found'),
    )
    const made = { name: 'x', revision, document: planOf(otherCounty), findings: [] }
    await expect(store.as(elsewhere, (a) => createPlan(a, made))).rejects.toMatchObject(
      refusal('store-refers-to-nothing'),
    )
  })

  test.each(["'; DROP TABLE kuashan.plan; --", '<script>alert(1)</script>', '\\', '"', '%s $1'])(
    'named %j has that name',
    async (name) => {
      const plan = await draft(name)
      expect(await store.as(planner, (a) => getPlan(a, plan))).toMatchObject({ name })
    },
  )
})

describe('the road to publication', () => {
  test('is walked step by step, each owner in turn, until the one before is replaced', async () => {
    const walk = async (name: string): Promise<string> => {
      const plan = await draft(name)
      await step(planner, plan, 1, 'comments')
      const department = somebody('department')
      const said = { department: '卫健局', body: '车太少' }
      const comment = await store.as(department, (a) => commentOnPlan(a, plan, said))
      await expect(step(planner, plan, 2, 'notice')).rejects.toMatchObject(
        refusal('plan-unanswered'),
      )
      await store.as(planner, (a) => answerComment(a, { plan, comment, version: 1 }, '加一辆'))
      await step(planner, plan, 2, 'notice')
      await expect(step(planner, plan, 3, 'objections')).rejects.toMatchObject(
        refusal('plan-villages-without-notice'),
      )
      const notice = { division: village, postedOn: '2026-03-01', place: '村委会' }
      await store.as(clerk, (a) => postNotice(a, plan, notice))
      await step(planner, plan, 3, 'objections')
      const no = { division: village, body: '一月两次不够' }
      const objection = await store.as(clerk, (a) => objectToPlan(a, plan, no))
      await expect(step(planner, plan, 4, 'review')).rejects.toMatchObject(
        refusal('plan-unanswered'),
      )
      const source = { by: 'hand', how: '按一次出车的钱' } as const
      const answer = {
        answer: '加一次',
        priceFen: 120_000,
        displaced: ['S3'],
        accepted: true,
        source,
      }
      await store.as(planner, (a) => answerObjection(a, { plan, objection, version: 1 }, answer))
      await step(planner, plan, 4, 'review')
      await step(leader, plan, 5, 'decision', '合法性审查意见')
      await step(leader, plan, 6, 'published', '常务会议纪要 3 号')
      return plan
    }
    const first = await walk('2026')
    const second = await walk('2027')
    const steps = await store.as(leader, (a) => listSteps(a, first))
    expect(steps.map((s) => s.to).slice(-2)).toEqual(['published', 'replaced'])
    const [before, now] = [first, second].map((id) => store.as(planner, (a) => getPlan(a, id)))
    expect(await now).toMatchObject({ step: 'published' })
    expect((await before)!.changedAt <= (await now)!.changedAt).toBe(true)
    expect(await store.as(clerk, (a) => listObjections(a, second))).toMatchObject([
      {
        priceFen: 120_000,
        displaced: ['S3'],
        accepted: true,
        source: { by: 'hand' },
        answeredBy: planner.account,
      },
    ])
    expect(await store.as(clerk, (a) => listComments(a, second))).toHaveLength(1)
    expect(await store.as(clerk, (a) => listNotices(a, second))).toHaveLength(1)
    const other = somebody('township', { area: '331199102' })
    expect(await store.as(other, (a) => listObjections(a, second))).toEqual([])
  })

  test('A94: crews see what is published and no drafts; nobody edits what has left draft', async () => {
    const plan = await draft('not yet')
    const crew = somebody('crew', { purpose: 'delivery' })
    const seen = await store.as(crew, listPlans)
    expect(seen.map((p) => p.step).sort()).toEqual(['published', 'replaced'])
    const published = seen.find((p) => p.step === 'published')!
    expect(await store.as(crew, (a) => readPlanVersion(a, published.plan))).toBeDefined()
    await expect(store.as(crew, (a) => getPlan(a, plan))).rejects.toMatchObject(
      refusal('store-not-found'),
    )
    await expect(
      store.as(planner, (a) => savePlan(a, published.plan, published.version, clean)),
    ).rejects.toMatchObject(refusal('plan-not-draft'))
    for (const role of ['crew', 'department', 'township', 'auditor', 'administrator'] as const)
      await expect(
        store.as(somebody(role), (a) => createPlan(a, { name: 'x', revision, ...clean })),
      ).rejects.toMatchObject(refusal('store-not-allowed'))
  })

  test('waits for the checker, and for the version that was seen', async () => {
    const plan = await draft('wrong', { findings: [finding('plan-malformed', {})] })
    await expect(step(planner, plan, 1, 'comments')).rejects.toMatchObject(
      refusal('plan-has-errors'),
    )
    const asked = { to: 'published' as const, note: '', villages: [] }
    const state = await store.as(leader, async (a) => readRoadState(a, await getPlan(a, plan)))
    expect(state).toMatchObject({ step: 'draft', errors: 1, unansweredComments: 0 })
    expect(findStepFindings(state, 'leader', asked)).toMatchObject([
      { code: 'plan-step-not-possible' },
    ])
    await store.as(planner, (a) => savePlan(a, plan, 1, clean))
    await expect(step(planner, plan, 1, 'comments')).rejects.toMatchObject(refusal('store-stale'))
  })
})

test('scenarios and measurements are kept, with the version that was seen', async () => {
  const changes = [{ do: 'close-road' as const, way: 'R1', reason: "it's gone" }]
  const id = await store.as(planner, (a) => createScenario(a, { name: '断路', revision, changes }))
  const save = () => store.as(planner, (a) => saveScenario(a, id, { name: '断路二', changes }, 1))
  expect(await save()).toBe(2)
  await expect(save()).rejects.toMatchObject(refusal('store-stale'))
  expect(await store.as(leader, (a) => getScenario(a, id))).toMatchObject({ changes, version: 2 })

  const document = '{"gaps": []}'
  const made = { revision, scenario: id, asOf: date('2026-03-01'), document }
  const measurement = await store.as(planner, (a) => saveMeasurement(a, made))
  expect(await store.as(clerk, (a) => readMeasurement(a, measurement))).toMatchObject({
    document,
    asOf: '2026-03-01',
  })
  expect(await store.as(planner, listMeasurements)).toHaveLength(1)
})

describe('the fleet register', () => {
  const van: FleetEntry = {
    vehicle: 'V1',
    plate: '浙K·A0001',
    kind: 'clinicVehicle',
    owner: '县医院',
    licenceUntil: date('2027-01-01'),
    inspectionUntil: date('2026-06-30'),
    insuranceUntil: date('2027-01-01'),
    fitOut: { fridge: date('2026-05-31') },
    state: 'in-service',
    seats: 7,
    coldBox: true,
    driver: '王师傅',
    home: 'F-1',
    hours: [{ weekday: 1, from: 480, to: 1020 }],
  }

  test('A58: a paper or fit-out check that has run out keeps a vehicle in; the last day still counts', async () => {
    const id = await store.as(planner, (a) => enterVehicle(a, van))
    const [entry] = await store.as(planner, listFleet)
    expect(entry).toMatchObject(van)
    expect(notToBeSent(entry!, date('2026-05-31'))).toEqual([])
    expect(notToBeSent(entry!, date('2026-06-01'))).toEqual(['fridge'])
    expect(notToBeSent(entry!, date('2026-07-01'))).toEqual(['inspection', 'fridge'])
    const next = { ...van, insuranceUntil: null, state: 'workshop' as const }
    await store.as(planner, (a) => saveVehicle(a, id, next, 1))
    await expect(store.as(planner, (a) => saveVehicle(a, id, van, 1))).rejects.toMatchObject(
      refusal('store-stale'),
    )
    const [saved] = await store.as(somebody('crew'), listFleet)
    expect(notToBeSent(saved!, date('2026-01-01'))).toEqual(['workshop', 'insurance'])
    await expect(store.as(planner, (a) => enterVehicle(a, van))).rejects.toMatchObject(
      refusal('store-already-there'),
    )
  })

  test('A58: 1,394 vehicles are entered at once and listed by plate', async () => {
    const plates = Array.from({ length: 1394 }, (_, k) => `浙K·D${String(k).padStart(4, '0')}`)
    const manager = somebody('department', { county: otherCounty })
    await store.as(manager, async (access) => {
      for (const plate of plates) await enterVehicle(access, { ...van, plate })
    })
    const listed = await store.as(manager, listFleet)
    expect(listed.map((entry) => entry.plate)).toEqual(plates)
  })
})
