import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Job, JobKind } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { Me } from '@kuashan/contract/session.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { PlanStep } from '@kuashan/core/plan/publication.ts'
import { villagesOfPlan } from '@kuashan/core/plan/villages-of-plan.ts'
import { writeTiles } from '@kuashan/engine/geo/mbtiles.fixture.ts'
import { type Caller as As, ownCaller } from '@kuashan/store/database/caller.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import { takeStep } from '@kuashan/store/queries/plan-steps.ts'
import { createPlan, getPlan } from '@kuashan/store/queries/plans.ts'
import { stageRevision } from '@kuashan/store/queries/revisions.ts'
import { publishPlan } from '../county/publish-plan.ts'
import { readForStaging } from '../county/stage-folder.ts'
import { type Caller, ended, example, filesForm, type Office, seatWith } from '../office.fixture.ts'
import type { TestProvider } from '../sign-in/openid.fixture.ts'
import { unique } from './route-case.fixture.ts'

/** A township of the hand-checked county, and a village and a settlement in it. */
export const area = '331199200'
export const village = '331199200200'
export const settlement = '331199200200-01'

const logins = ['planner', 'leader', 'department', 'auditor', 'administrator'] as const

/** An office in which everything is there once: what every route has to be called on. */
export interface World {
  office: Office
  county: string
  by: Record<(typeof logins)[number], Caller>
  /** Ids of what was made and stays as it is. */
  plan: string
  published: string
  measurement: string
  scenario: string
  /** A plan made under the scenario. */
  planUnder: string
  comparison: string
  explanation: string
  replan: string
  person: string
  /** A vehicle, and a visit and day of the plan. */
  vehicle: string
  visit: string
  date: PlainDate
  asPlanner: As
  /** Signs in at the provider under a name; gives what it sends back. */
  signInAt: TestProvider['visit']
}

/** Where a route of the county is. */
export const at = ({ county }: World) => ({ county })

async function result(by: Caller, county: string, asked: { data: Job }) {
  const job = await ended(by, county, asked.data.id)
  if (job.result === null) throw new Error(`${job.kind}: ${JSON.stringify(job.findings)}`)
  return job.result
}

async function registered(by: Caller, county: string): Promise<string> {
  const form = filesForm({ 'people.csv': `编号,姓名,村\nP1,蓝小山,${village}` })
  const why = '走访'
  const given = { params: { county }, query: { keep: 'yes' as const }, form, why }
  await ended(by, county, (await by(routes.people.import, given)).data.id)
  const asked = { params: { county }, body: { typed: 'lxs' }, why }
  return (await by(routes.people.search, asked)).data.people[0]!.id
}

async function mapped({ office, county, by }: Pick<World, 'office' | 'county' | 'by'>) {
  const maps = join(office.store.folder, 'cache', 'maps')
  mkdirSync(maps, { recursive: true })
  writeTiles(join(maps, 'county.mbtiles'), 'png', [{ z: 1, x: 1, y: 0, text: 'a picture' }])
  const { version } = await by.administrator(routes.mapSource.get, { params: { county } })
  const shown = { approval: '浙S(2025)12号', maker: '', minZoom: 0, maxZoom: 14 }
  const source = { kind: 'file' as const, file: 'county.mbtiles', ...shown }
  await by.administrator(routes.mapSource.set, { params: { county }, body: { source }, version })
}

export async function makeWorld(office: Office, provider: TestProvider): Promise<World> {
  const { county, store } = office
  const callers = await Promise.all(logins.map(async (login) => [login, await office.as(login)]))
  const by = Object.fromEntries(callers) as World['by']
  const { planner } = by
  const idOf = async (call: Caller) => (await call(routes.session.me, { params: {} })).data.account
  const asPlanner: As = {
    ...ownCaller(county, 'console'),
    account: await idOf(planner),
    role: 'planner',
    purpose: 'planning',
    why: 'test',
  }
  const params = { county }
  await mapped({ office, county, by })
  const measured = await planner(routes.measures.start, { params })
  const plain = { name: '春季方案', mode: 'least-cost', seconds: 1, seed: 1 } as const
  const planned = await planner(routes.plans.start, { params, body: plain })
  const measurement = await result(planner, county, measured)
  const plan = await result(planner, county, planned)
  const { data } = await planner(routes.plans.get, { params: { county, plan }, query: {} })
  const [tour] = data.plan.tours
  const { vehicle, date } = tour!
  const scenario = await planner(routes.scenarios.create, {
    params,
    body: { name: '加一辆车', changes: [{ do: 'add-vehicles-like', likeOf: vehicle, count: 1 }] },
  })
  const under = await planner(routes.plans.start, {
    params,
    body: { ...plain, scenario: scenario.data.id },
  })
  const compared = await planner(routes.comparisons.start, {
    params,
    body: { a: { of: 'today' }, b: { of: 'plan', plan } },
  })
  const need = data.plan.assignments.find((a) => a.mode === 'vehicle')!
  const explained = await planner(routes.explanations.start, {
    params: { county, plan },
    body: { about: 'need', settlement: need.settlement, service: need.service },
  })
  const replanned = await planner(routes.replans.start, {
    params: { county, plan },
    body: {
      changes: [{ do: 'vehicle-down', vehicle, from: date, to: date }],
      today: date,
      locks: [],
    },
  })
  const leader = await idOf(by.leader)
  const places = (await planner(routes.territory.places, { params })).data
  const { settings } = (await planner(routes.counties.get, { params })).data
  const published = await publishPlan(store, {
    county: { ...places, settings } as never,
    plan: data.plan,
    findings: [],
    name: '已公布',
    accounts: { planner: asPlanner.account!, leader },
    note: '已办',
  })
  return {
    office,
    county,
    by,
    plan,
    published,
    measurement,
    scenario: scenario.data.id,
    planUnder: await result(planner, county, under),
    comparison: await result(planner, county, compared),
    explanation: await result(planner, county, explained),
    replan: await result(planner, county, replanned),
    person: await registered(by.department, county),
    vehicle,
    visit: tour!.visits[0]!.id,
    date,
    asPlanner,
    signInAt: provider.visit,
  }
}

/** A plan like the one there is, taken so far along its road. Returns its id. */
export async function freshPlan(w: World, ...steps: readonly PlanStep[]): Promise<string> {
  const params = { county: w.county, plan: w.plan }
  const { plan, line } = (await w.by.planner(routes.plans.get, { params, query: {} })).data
  const { settlements } = (
    await w.by.planner(routes.territory.places, { params: { county: w.county } })
  ).data
  const villages = villagesOfPlan({ settlements } as never, plan)
  return w.office.store.as(w.asPlanner, async (access) => {
    const { revision } = line
    const made = { name: newId(), revision, document: JSON.stringify(plan), findings: [] }
    const id = await createPlan(access, made)
    for (const to of steps) {
      const { version } = await getPlan(access, id)
      await takeStep(access, id, version, { to, note: '已办', villages })
    }
    return id
  })
}

/** An import that waits to be accepted or refused. Returns its id. */
export async function stagedImport(w: World): Promise<string> {
  const { staged } = await readForStaging(example)
  return w.office.store.as(w.asPlanner, (access) => stageRevision(access, staged!))
}

/** Work that somebody asked for and that nobody does. Returns its id. */
export const ownJob = (w: World, me: Me): Promise<string> =>
  askedJob(w, me, { kind: 'plan', state: 'waiting', input: {} })

/** A file that somebody asked for and that nobody makes, before it is tried again. Returns the id of the job. */
export const ownFile = (w: World, me: Me, state: 'waiting' | 'cancelled'): Promise<string> => {
  const input = { plan: w.plan, version: 1, file: 'plan.geojson', area: me.grants[0]!.area }
  return askedJob(w, me, { kind: 'export', state, input })
}

async function askedJob(
  w: World,
  me: Me,
  { kind, state, input }: { kind: JobKind; state: Job['state']; input: unknown },
): Promise<string> {
  const { role, area, purposes } = me.grants[0]!
  const job = newId()
  const asker: As = {
    county: w.county,
    account: me.account,
    role,
    area,
    purpose: purposes[0]!,
    why: '',
  }
  await w.office.store.as(asker, ({ db }) =>
    db
      .insertInto('job')
      .values({
        county: w.county,
        job,
        kind,
        work_key: job,
        state,
        input: JSON.stringify(input),
        asked_by: me.account,
        asked_role: role,
        asked_area: area,
        asked_purpose: purposes[0]!,
        ended_at: state !== 'waiting' ? new Date().toISOString() : null,
      })
      .execute(),
  )
  return job
}

/** Somebody of the office who may be changed. */
export async function freshAccount(w: World) {
  const { data } = await w.by.administrator(routes.accounts.add, {
    params: { county: w.county },
    body: {
      login: unique('colleague-'),
      name: '新同事',
      department: null,
      grants: [{ role: 'crew', area, purposes: ['delivery'], until: null }],
    },
  })
  return data
}

/** An emergency that nobody has looked into. Returns its id. */
export async function freshEmergency(w: World): Promise<string> {
  const crew = await seatWith(w.office, { role: 'crew', area, purposes: ['delivery'] })
  const body = { area, reason: '山洪，需联系独居老人', minutes: 30 }
  await crew(routes.session.breakGlass, { params: { county: w.county }, body })
  const asked = await crew(routes.session.emergencies, { params: { county: w.county } })
  return asked.data[0]!.id
}
