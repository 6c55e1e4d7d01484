import { routes } from '@kuashan/contract/routes.ts'
import { addDays } from '@kuashan/core/kernel/calendar.ts'
import type { DepartmentEvent } from '@kuashan/core/plan/department-event.ts'
import type { SharedResource } from '@kuashan/core/resources/pool/shared-resource.ts'
import { dayOf } from '../../apps/server/src/county/county-day.ts'
import { type Caller, ended, filesForm, type Office } from '../../apps/server/src/office.fixture.ts'

const today = dayOf(Date.now())
const village = '331199100203'

/** Words of the rows, which are Chinese in every language of the page. */
export const rowWords = {
  old: '卫生室一直没人',
  fresh: '路灯坏了',
  objection: '车来得太少',
  scanner: '便携超声',
  hospital: '邻县医院',
  borrower: '汇谷镇卫生院',
  event: '送戏下乡',
  text: '三谷县基本公共服务实施标准（2026年版，虚构）',
  person: '蓝小山',
} as const

/** Fills the registers of an office with rows as a county would have them; what is used up there twice, for each language. */
export async function fillOffice(office: Office, plan: string): Promise<void> {
  const { county } = office
  const planner = await office.as('planner')
  const department = await office.as('department')
  await fillConcerns(planner, county, plan)
  await fillPolicies(planner, county)
  await fillTrials(planner, county)
  await fillFleet(planner, county)
  await fillPool(department, county)
  await fillCalendar(department, county, plan)
  await fillPeople(department, county)
}

async function fillConcerns(planner: Caller, county: string, plan: string): Promise<void> {
  const raise = (body: string, people: number, severity: string, saidOn: string) =>
    planner(routes.concerns.raise, {
      params: { county },
      body: { village, body, people, severity, saidOn } as never,
    })
  await raise(rowWords.fresh, 8, 'danger', addDays(today, -20))
  const { data } = await raise(rowWords.old, 40, 'nuisance', addDays(today, -900))
  for (const back of [700, 500, 300, 100])
    await planner(routes.concerns.again, {
      params: { county, concern: data.id },
      body: { saidOn: addDays(today, -back), raised: true, votes: 6, note: '' },
    })
  for (const number of ['1', '2'])
    await planner(routes.plans.object, {
      params: { county, plan },
      body: { village, body: `${rowWords.objection} ${number}` },
    })
}

async function fillPolicies(planner: Caller, county: string): Promise<void> {
  const { version } = await planner(routes.policies.texts, { params: { county } })
  const text = { id: 'P1', title: rowWords.text, number: '', article: '', issuedBy: '' }
  const body = [{ ...text, date: '2026-01-01' }] as never
  await planner(routes.policies.setTexts, { params: { county }, body, version })
}

async function fillTrials(planner: Caller, county: string): Promise<void> {
  const params = { county }
  const { data: resources } = await planner(routes.territory.resources, { params })
  const more = { do: 'add-vehicles-like', likeOf: resources.vehicles[0]!.id, count: 1 }
  const under = { name: 'S1', changes: [more] as never }
  const scenario = (await planner(routes.scenarios.create, { params, body: under })).data.id
  const search = { name: 'T1', mode: 'least-cost', seconds: 1, seed: 1, scenario } as const
  const job = (await planner(routes.plans.start, { params, body: search })).data.id
  const plan = (await ended(planner, county, job)).result!
  const { data: planned } = await planner(routes.plans.get, { params: { county, plan }, query: {} })
  const visited = planned.plan.stops.map(({ settlement }) => settlement)
  const where = [...new Set(visited)].slice(0, 2)
  const body = {
    nameZh: '东谷巡回诊疗',
    nameEn: 'A clinic van in the east valley',
    wayZh: '流动诊所',
    wayEn: 'a clinic van',
    services: ['MED-01'],
    where,
    range: { from: addDays(today, -30), to: addDays(today, 60) },
    scenario,
    plan,
    recorded: [],
  }
  for (const number of ['1', '2']) {
    const named = { nameZh: `${body.nameZh} ${number}`, nameEn: `${body.nameEn} ${number}` }
    await planner(routes.trials.start, { params, body: { ...body, ...named } as never })
  }
}

async function fillFleet(planner: Caller, county: string): Promise<void> {
  const params = { county }
  const { data: resources } = await planner(routes.territory.resources, { params })
  const entry = {
    kind: '巡诊车',
    owner: rowWords.borrower,
    licenceUntil: addDays(today, 400),
    inspectionUntil: addDays(today, 200),
    insuranceUntil: addDays(today, 300),
    fitOut: { 升降台: addDays(today, 90) },
    state: 'in-service',
    seats: 5,
    coldBox: true,
    driver: '雷师傅',
    home: '',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 480, to: 1020 })),
  }
  const rows = [
    { plate: '浙K·A0001', vehicle: resources.vehicles[0]!.id, inspectionUntil: addDays(today, -9) },
    { plate: '浙K·A0002', vehicle: null, insuranceUntil: addDays(today, 12) },
    { plate: '浙K·A0003', vehicle: null, state: 'workshop', fitOut: {} },
    { plate: '浙K·A0004', vehicle: null, licenceUntil: null, coldBox: false },
    { plate: '浙K·A0005', vehicle: null, inspectionUntil: addDays(today, -4) },
    { plate: '浙K·A0006', vehicle: null },
  ]
  for (const row of rows)
    await planner(routes.fleet.enter, { params, body: { ...entry, ...row } as never })
}

async function fillPool(department: Caller, county: string): Promise<void> {
  const params = { county }
  await department(routes.pool.takeOver, { params })
  const scanner = {
    kind: 'device',
    name: rowWords.scanner,
    owner: rowWords.hospital,
    place: '331198101000',
    skills: ['超声'],
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 480, to: 1020 })),
    reach: 'neighbours',
    pricePerHourFen: 12_000,
    noticeDays: 3,
  } as SharedResource
  const resource = (await department(routes.pool.enter, { params, body: scanner })).data.id
  const need = {
    kind: 'device' as const,
    skills: ['超声'],
    place: '331199100201',
    unit: rowWords.borrower,
    date: addDays(today, 10),
    from: 540,
    to: 660,
  }
  await department(routes.pool.book, { params, body: { resource, need, purpose: '体检' } })
}

async function fillCalendar(department: Caller, county: string, plan: string): Promise<void> {
  const params = { county }
  const { data } = await department(routes.plans.get, { params: { county, plan }, query: {} })
  const places = (await department(routes.territory.places, { params })).data
  const tour = data.plan.tours[0]!
  const stop = data.plan.stops.find(({ id }) => id === tour.visits[0]!.stop)!
  const division = places.settlements.find(({ id }) => id === stop.settlement)!.division
  const event = { department: 'cultureSports', village: division, purpose: rowWords.event }
  for (const date of [tour.date, addDays(tour.date, 3)])
    await department(routes.calendar.enter, {
      params,
      body: { ...event, date } as DepartmentEvent,
    })
}

async function fillPeople(department: Caller, county: string): Promise<void> {
  const csv = `编号,姓名,身份证号,村,电话,关爱标记\nP1,${rowWords.person},331199195203150015,${village},13800000000,独居\n`
  const form = filesForm({ 'people.csv': csv })
  const given = { params: { county }, query: { keep: 'yes' as const }, form, why: 'register' }
  const { data } = await department(routes.people.import, given)
  await ended(department, county, data.id)
}
