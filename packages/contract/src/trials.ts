import { TrialEntry } from '@kuashan/core/plan/trial.ts'
import { z } from 'zod'
import { deciding, inCounty, studying } from './access.ts'
import { json, route } from './route.ts'

const Happened = z.object({ visits: z.number(), personTimes: z.number() })

/** A trial, with what its plan forecast beside what was recorded. */
export const TrialView = TrialEntry.extend({
  id: z.uuid(),
  version: z.number().int(),
  beside: z.array(
    z.object({
      settlement: z.string(),
      service: z.string(),
      forecast: Happened,
      /** Null where nothing was recorded. */
      recorded: Happened.nullable(),
      difference: Happened.nullable(),
    }),
  ),
}).meta({ id: 'Trial' })
export type TrialView = z.infer<typeof TrialView>

const one = z.strictObject(inCounty)
const oneTrial = z.strictObject({ ...inCounty, trial: z.uuid() })

export const trialRoutes = {
  list: route({
    id: 'trials.list',
    method: 'GET',
    path: '/api/counties/{county}/trials',
    what: {
      zh: '试点登记：预计和实际放在一起',
      en: 'The register of trials, with forecast and record side by side',
    },
    params: one,
    answer: json(z.array(TrialView)),
    access: studying,
  }),
  start: route({
    id: 'trials.start',
    method: 'POST',
    path: '/api/counties/{county}/trials',
    what: { zh: '登记一个试点', en: 'Register a trial' },
    params: one,
    body: json(TrialEntry),
    answer: json(z.object({ id: z.uuid() })),
    access: deciding,
  }),
  save: route({
    id: 'trials.save',
    method: 'PUT',
    path: '/api/counties/{county}/trials/{trial}',
    what: {
      zh: '记实际、停试点、写结果和决定；试什么、在哪里试、预计都不能再改',
      en: 'Record what happened, stop it, write result and decision; what is tried where and its forecast stay',
    },
    params: oneTrial,
    body: json(TrialEntry),
    access: deciding,
    versioned: true,
  }),
} as const
