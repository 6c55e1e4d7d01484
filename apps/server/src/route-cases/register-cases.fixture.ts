import { routes } from '@kuashan/contract/routes.ts'
import type { DepartmentEvent } from '@kuashan/core/plan/department-event.ts'
import type { SharedResource } from '@kuashan/core/resources/pool/shared-resource.ts'
import { filesForm } from '../office.fixture.ts'
import { type RouteCase, unique } from './route-case.fixture.ts'
import { at, village, type World } from './world.fixture.ts'

const entry = () => ({
  vehicle: null,
  plate: unique('浙K'),
  kind: 'medical',
  owner: '卫健局',
  licenceUntil: '2030-01-01',
  inspectionUntil: null,
  insuranceUntil: null,
  fitOut: {},
  state: 'in-service' as const,
  seats: 5,
  coldBox: false,
  driver: '',
  home: '',
  hours: [],
})

export const fleetCases: Record<keyof typeof routes.fleet, RouteCase> = {
  list: (w, { call }) => call(routes.fleet.list, { params: at(w), query: {} }),
  enter: (w, { call }) => call(routes.fleet.enter, { params: at(w), body: entry() }),
  import: (w, { call }) => {
    const form = filesForm({ 'fleet.csv': `车牌,类别,所有单位\n${entry().plate},巡诊车,县医院` })
    return call(routes.fleet.import, { params: at(w), form })
  },
  save: async (w, { call }) => {
    const { data } = await w.by.planner(routes.fleet.enter, { params: at(w), body: entry() })
    const params = { ...at(w), vehicle: data.id }
    return call(routes.fleet.save, { params, body: entry(), version: `${data.version}` })
  },
}

const event = () =>
  ({
    department: 'cultureSports',
    village,
    date: '2026-03-02',
    purpose: unique('义诊 '),
  }) as DepartmentEvent

export const calendarCases: Record<keyof typeof routes.calendar, RouteCase> = {
  list: (w, { call }) => call(routes.calendar.list, { params: at(w) }),
  enter: (w, { call }) => call(routes.calendar.enter, { params: at(w), body: event() }),
  save: async (w, { call }) => {
    const body = event()
    const { data } = await w.by.planner(routes.calendar.enter, { params: at(w), body })
    const { id, version, ...kept } = data.find(({ purpose }) => purpose === body.purpose)!
    return call(routes.calendar.save, {
      params: { ...at(w), event: id },
      body: { ...kept, state: 'joint', note: '同一天去' },
      version: `${version}`,
    })
  },
  import: (w, { call }) => {
    const form = filesForm({
      'calendar.csv': `部门,村,日期,事项\n教育,${village},2026-04-01,${unique('送教上门 ')}`,
    })
    return call(routes.calendar.import, { params: at(w), form })
  },
}

const resource = {
  kind: 'device',
  name: '便携超声',
  owner: '县医院',
  place: village,
  skills: ['超声'],
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 480, to: 1020 })),
  reach: 'neighbours',
  pricePerHourFen: 12_000,
  noticeDays: 0,
} as SharedResource
const need = {
  kind: 'device' as const,
  skills: ['超声'],
  place: village,
  unit: '卫生院',
  date: '2099-03-02' as never,
  from: 540,
  to: 660,
}
const enteredResource = async (w: World) =>
  (await w.by.planner(routes.pool.enter, { params: at(w), body: resource })).data
const booking = async (w: World) => ({
  params: at(w),
  body: { resource: (await enteredResource(w)).id, need, purpose: '体检' },
})

export const poolCases: Record<keyof typeof routes.pool, RouteCase> = {
  resources: (w, { call }) => call(routes.pool.resources, { params: at(w) }),
  enter: (w, { call }) => call(routes.pool.enter, { params: at(w), body: resource }),
  takeOver: (w, { call }) => call(routes.pool.takeOver, { params: at(w) }),
  save: async (w, { call }) => {
    const { id, version } = await enteredResource(w)
    const params = { ...at(w), resource: id }
    return call(routes.pool.save, { params, body: resource, version: `${version}` })
  },
  match: (w, { call }) => call(routes.pool.match, { params: at(w), body: need }),
  bookings: (w, { call }) => call(routes.pool.bookings, { params: at(w) }),
  book: async (w, { call }) => call(routes.pool.book, await booking(w)),
  cancel: async (w, { call }) => {
    const { data } = await call(routes.pool.book, await booking(w))
    const params = { ...at(w), booking: data.id }
    return call(routes.pool.cancel, { params, version: `${data.version}` })
  },
  settlement: (w, { call }) =>
    call(routes.pool.settlement, { params: at(w), query: { month: '2099-03' } }),
}
