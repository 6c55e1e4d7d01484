import type { ScenarioView } from '@kuashan/contract/scenarios.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import { applyChanges } from '@kuashan/core/plan/scenario/apply-changes.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import {
  createScenario,
  dropScenario,
  getScenario,
  listScenarios,
  type Scenario,
  saveScenario,
} from '@kuashan/store/queries/scenarios.ts'
import { countyInput } from '../county/county-shelf.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { refuseErrors, said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

const lineOf = ({ scenario, name, version, madeBy, changedAt }: Scenario) => ({
  id: scenario,
  name,
  version,
  madeBy,
  changedAt: new Date(changedAt).toISOString(),
})

export const scenarioHandlers = ({ shelf }: Desk): TopicHandlers<'scenarios'> => {
  const resolve = async (access: Access, changes: readonly Change[]) => {
    const { input, revision } = await countyInput(shelf, access)
    return { revision, findings: applyChanges(input, changes).findings }
  }

  /** The data a list of changes is for; a list that cannot be applied as a whole is not saved. */
  const resolved = async (access: Access, changes: readonly Change[]): Promise<string> => {
    const { revision, findings } = await resolve(access, changes)
    refuseErrors(findings)
    return revision
  }

  const read = async (
    access: Access,
    id: string,
  ): Promise<{ data: ScenarioView; version: number; alters: true }> => {
    const scenario = await getScenario(access, id)
    const { changes, version } = scenario
    const { findings } = await resolve(access, changes)
    const data = { ...lineOf(scenario), changes, findings: findings.map(said) }
    // What is found of it depends on the county’s data in force.
    return { data, version, alters: true }
  }

  return {
    list: ({ caller, store }) =>
      store.as(caller, async (access) => {
        const all = await listScenarios(access)
        return { data: all.map((s) => ({ ...lineOf(s), changes: s.changes.length })) }
      }),
    get: ({ params, caller, store }) => store.as(caller, (access) => read(access, params.scenario)),
    check: ({ body, caller, store }) =>
      store.as(caller, async (access) => {
        const { findings } = await resolve(access, body.changes)
        return { data: { findings: findings.map(said) } }
      }),
    create: ({ body, caller, store }) =>
      store.as(caller, async (access) => {
        const revision = await resolved(access, body.changes)
        return read(access, await createScenario(access, { ...body, revision }))
      }),
    save: ({ params, body, version, caller, store }) =>
      store.as(caller, async (access) => {
        await resolved(access, body.changes)
        await saveScenario(access, params.scenario, body, Number(version))
        return read(access, params.scenario)
      }),
    drop: ({ params, version, caller, store }) =>
      store.as(caller, async (access) => {
        await dropScenario(access, params.scenario, Number(version))
        return {}
      }),
  }
}
