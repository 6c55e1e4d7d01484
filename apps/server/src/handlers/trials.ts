import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { checkExperiments } from '@kuashan/core/plan/experiment.ts'
import { lintTrial, lintTrialChange, type TrialEntry } from '@kuashan/core/plan/trial.ts'
import { forecastBeside } from '@kuashan/core/planner/compare/forecast-beside.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { getScenario } from '@kuashan/store/queries/scenarios.ts'
import { getTrial, listTrials, registerTrial, saveTrial } from '@kuashan/store/queries/trials.ts'
import { countyInput } from '../county/county-shelf.ts'
import { readPlan } from '../county/open-plan.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { refuseErrors } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

/** The trial as the register of a county folder has it: compared with the county as it is. */
const experimentOf = (entry: TrialEntry) => ({ ...entry, id: 'trial', comparedWith: 'county' })

/** What a trial names and is not there, and a forecast that was not made in its sandbox. */
async function findingsOf(access: Access, desk: Desk, entry: TrialEntry): Promise<Finding[]> {
  const { input } = await countyInput(desk.shelf, access)
  const { name } = await getScenario(access, entry.scenario)
  const sandbox = { id: entry.scenario, nameZh: name, nameEn: name, base: 'county', changes: [] }
  const { entry: plan } = await readPlan(access, entry.plan)
  return [
    ...checkExperiments(input, [sandbox], [experimentOf(entry)]),
    ...(plan.scenario === entry.scenario
      ? []
      : [finding('trial-plan-of-other-scenario', { path: 'plan' })]),
    ...lintTrial(entry),
  ]
}

export const trialHandlers = (desk: Desk): TopicHandlers<'trials'> => ({
  list: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const data = []
      for (const trial of await listTrials(access)) {
        const { plan } = await readPlan(access, trial.plan)
        data.push({ ...trial, beside: forecastBeside(experimentOf(trial), plan) })
      }
      return { data }
    }),
  start: ({ body, caller, store }) =>
    store.as(caller, async (access) => {
      refuseErrors(await findingsOf(access, desk, body))
      return { data: { id: await registerTrial(access, body) } }
    }),
  save: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const before = await getTrial(access, params.trial)
      refuseErrors(lintTrialChange(before, body))
      refuseErrors(await findingsOf(access, desk, body))
      await saveTrial(access, { id: params.trial, version: Number(version) }, body)
      return {}
    }),
})
