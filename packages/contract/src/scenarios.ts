import { Change } from '@kuashan/core/plan/change.ts'
import { z } from 'zod'
import { inCounty, plannersOwn, studying } from './access.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

const head = {
  id: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  madeBy: z.uuid(),
  changedAt: z.iso.datetime({ offset: true }),
}

export const ScenarioLine = z
  .object({ ...head, changes: z.number().int() })
  .meta({ id: 'ScenarioLine' })
export type ScenarioLine = z.infer<typeof ScenarioLine>

/** A named list of changes to the county; findings are what the data say of them now, `at.path` is `changes.N`. */
export const ScenarioView = z
  .object({ ...head, changes: z.array(Change), findings: z.array(SaidFinding) })
  .meta({ id: 'Scenario' })
export type ScenarioView = z.infer<typeof ScenarioView>

/** At most so many changes in a list: what a person can oversee, with room. */
const Changes = z.array(Change).min(1).max(200)
const Sent = z.strictObject({ name: z.string().trim().min(1).max(200), changes: Changes })

const one = z.strictObject(inCounty)
const oneScenario = z.strictObject({ ...inCounty, scenario: z.uuid() })
const of = '/api/counties/{county}/scenarios/{scenario}'

export const scenarioRoutes = {
  list: route({
    id: 'scenarios.list',
    method: 'GET',
    path: '/api/counties/{county}/scenarios',
    what: { zh: '所有情景', en: 'All scenarios' },
    params: one,
    answer: json(z.array(ScenarioLine)),
    access: studying,
  }),
  get: route({
    id: 'scenarios.get',
    method: 'GET',
    path: of,
    what: { zh: '一个情景的改动清单', en: 'One scenario with its changes' },
    params: oneScenario,
    answer: json(ScenarioView),
    access: studying,
    versioned: true,
  }),
  check: route({
    id: 'scenarios.check',
    method: 'POST',
    path: '/api/counties/{county}/scenario-checks',
    what: { zh: '试一试这些改动能不能用', en: 'Try whether these changes can be made' },
    params: one,
    body: json(z.strictObject({ changes: Changes })),
    answer: json(z.object({ findings: z.array(SaidFinding) })),
    access: studying,
  }),
  create: route({
    id: 'scenarios.create',
    method: 'POST',
    path: '/api/counties/{county}/scenarios',
    what: { zh: '新建情景', en: 'Make a scenario' },
    params: one,
    body: json(Sent),
    answer: json(ScenarioView),
    access: plannersOwn,
  }),
  save: route({
    id: 'scenarios.save',
    method: 'PUT',
    path: of,
    what: { zh: '保存情景', en: 'Save a scenario' },
    params: oneScenario,
    body: json(Sent),
    answer: json(ScenarioView),
    access: plannersOwn,
    versioned: true,
  }),
  drop: route({
    id: 'scenarios.drop',
    method: 'DELETE',
    path: of,
    what: { zh: '删除情景；用过它的方案还在', en: 'Delete a scenario; plans made under it stay' },
    params: oneScenario,
    access: plannersOwn,
    versioned: true,
  }),
} as const
