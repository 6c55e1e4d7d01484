import { routes } from '@kuashan/contract/routes.ts'
import type { Random } from '@kuashan/core/kernel/random.ts'
import type { Timed, TimedCaller } from './caller.ts'

/** What users of the bench share: ids of what is there. */
export interface Ground {
  county: string
  /** One draft for each user, so that nobody waits for another. */
  plan: string
  measurement: string
  settlements: readonly string[]
  visits: readonly string[]
  vehicle: string
}

type Done = Pick<Timed<never>, 'status' | 'took'>
type Act = (call: TimedCaller, ground: Ground, chance: Random) => Promise<Done>

/** What people look at, by how often in a hundred. */
export const reads: Readonly<Record<string, readonly [share: number, act: Act]>> = {
  'session.me': [10, (call) => call(routes.session.me, { params: {} })],
  'counties.get': [5, (call, { county }) => call(routes.counties.get, { params: { county } })],
  'territory.places': [
    10,
    (call, { county }) => call(routes.territory.places, { params: { county } }),
  ],
  'corrections.row': [
    15,
    (call, { county, settlements }, chance) =>
      call(routes.corrections.row, {
        params: { county, table: 'settlements', row: chance.pick(settlements) },
      }),
  ],
  'measures.latest': [
    10,
    (call, { county }) => call(routes.measures.latest, { params: { county }, query: {} }),
  ],
  'measures.cells': [
    10,
    (call, { county, measurement, settlements }, chance) =>
      call(routes.measures.cells, {
        params: { county, measurement },
        query: { settlement: chance.pick(settlements) },
      }),
  ],
  'plans.list': [10, (call, { county }) => call(routes.plans.list, { params: { county } })],
  'plans.get': [
    10,
    (call, { county, plan }) => call(routes.plans.get, { params: { county, plan }, query: {} }),
  ],
  'plans.road': [
    5,
    (call, { county, plan }) => call(routes.plans.road, { params: { county, plan } }),
  ],
  'catalogue.get': [5, (call, { county }) => call(routes.catalogue.get, { params: { county } })],
  'jobs.list': [
    10,
    (call, { county }) => call(routes.jobs.list, { params: { county }, query: {} }),
  ],
}

/** What people change, by how often in a hundred. */
export const writes: Readonly<Record<string, readonly [share: number, act: Act]>> = {
  'corrections.edit': [
    40,
    async (call, { county, settlements }, chance) => {
      const params = { county, table: 'settlements' as const, row: chance.pick(settlements) }
      const { version } = await call(routes.corrections.row, { params })
      const body = { field: 'elevationM', value: 300 + chance.below(500), reason: '核对' }
      return call(routes.corrections.edit, { params, version, body: body as never })
    },
  ],
  'plans.rename': [
    20,
    async (call, { county, plan }, chance) => {
      const params = { county, plan }
      const { version } = await call(routes.plans.get, { params, query: {} })
      return call(routes.plans.rename, {
        params,
        version,
        body: { name: `方案 ${chance.below(1000)}` },
      })
    },
  ],
  'scenarios.create': [
    20,
    (call, { county, vehicle }, chance) =>
      call(routes.scenarios.create, {
        params: { county },
        body: {
          name: `情景 ${chance.below(1e9)}`,
          changes: [{ do: 'add-vehicles-like', likeOf: vehicle, count: 1 }],
        },
      }),
  ],
  'planEdits.edit': [
    20,
    async (call, { county, plan, visits }, chance) => {
      const params = { county, plan }
      const { version, data } = await call(routes.plans.get, { params, query: {} })
      const visit = chance.pick(visits)
      const isLocked = data.plan.locked?.includes(visit) ?? false
      const edits = [{ do: isLocked ? ('unlock' as const) : ('lock' as const), visit }]
      return call(routes.planEdits.edit, { params, version, body: { edits, note: '' } })
    },
  ],
}
