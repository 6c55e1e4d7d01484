import { routes } from '@kuashan/contract/routes.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, ended, type Office, openOffice } from './office.fixture.ts'

let office: Office
let planner: Caller
let county: string
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
}, 120_000)
afterAll(() => office.close())

const plan = async (name: string) => {
  const body = { name, mode: 'least-cost', seconds: 1, seed: 1 } as const
  const { data } = await planner(routes.plans.start, { params: { county }, body })
  const job = await ended(planner, county, data.id)
  const made = { params: { county, plan: job.result! }, query: {} }
  return (await planner(routes.plans.get, made)).data
}

test('a vehicle whose papers run out is planned on no day after, and comes back once they are renewed', async () => {
  const before = await plan('之前')
  const { vehicle, date } = before.plan.tours.at(-1)!
  const entry = {
    vehicle,
    plate: '浙K·00001',
    kind: '诊疗车',
    owner: '卫健局',
    licenceUntil: '2099-12-31',
    inspectionUntil: '2099-12-31',
    insuranceUntil: before.plan.tours[0]!.date,
    fitOut: {},
    state: 'in-service' as const,
    seats: null,
    coldBox: false,
    driver: '',
    home: '',
    hours: [],
  }
  const entered = await planner(routes.fleet.enter, { params: { county }, body: entry })
  const after = await plan('保险到期')
  const out = after.plan.tours.filter((tour) => tour.vehicle === vehicle)
  expect(out.filter((tour) => tour.date > entry.insuranceUntil)).toEqual([])
  expect(after.line.verdict).toBe('valid')
  await planner(routes.fleet.save, {
    params: { county, vehicle: entered.data.id },
    body: { ...entry, insuranceUntil: '2099-12-31' },
    version: entered.version,
  })
  const renewed = await plan('已续保')
  expect(renewed.plan.tours.map((tour) => tour.date)).toContain(date)
}, 60_000)
