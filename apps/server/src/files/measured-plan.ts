import { type CountyFigures, countyFigures } from '@kuashan/core/access/county-figures.ts'
import { measure } from '@kuashan/core/access/measure.ts'
import type { Measurement } from '@kuashan/core/access/measurement.ts'
import { remoteVillagesOf } from '@kuashan/core/access/remote-settlements.ts'
import type { Supply } from '@kuashan/core/access/supply.ts'
import { supplyOfPlan } from '@kuashan/core/access/supply-of-plan.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { Explained } from '@kuashan/core/planner/explain/explain-report.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { reportHtml } from '@kuashan/pages/report/report.ts'

/** A plan with all that its report is made from. */
export interface ReportJob {
  input: CountyInput
  travel: YearTravel
  plan: Plan
  /** What the independent checker says of the plan. */
  checked: { verdict: 'valid' | 'broken'; findings: readonly Finding[] }
  importFindings: readonly Finding[]
  explained?: Explained
  mapApproval?: string | undefined
}

/** Today and the plan, measured by the same code on the same day. */
export interface MeasuredPlan {
  today: Measurement
  planned: Measurement
  figures: { today: CountyFigures; planned: CountyFigures }
}

type OfPlan = Pick<ReportJob, 'input' | 'travel' | 'plan'>

function measureWith({ input, travel }: OfPlan, supply: Supply): Measurement {
  const { county, catalogue } = input
  return measure({ county, catalogue, travel: travel.base, supply, asOf: county.settings.asOf })
}

const todayOf = ({ input }: OfPlan) => supplyToday(input.county, input.catalogue)
const plannedOf = ({ input, plan }: OfPlan) => supplyOfPlan(input.county, input.catalogue, plan)

export const measureToday = (job: OfPlan): Measurement => measureWith(job, todayOf(job))
export const measurePlanned = (job: OfPlan): Measurement => measureWith(job, plannedOf(job))

export function measureBoth(job: OfPlan): MeasuredPlan {
  const { input, travel, plan } = job
  const { county, catalogue } = input
  const [now, then] = [todayOf(job), plannedOf(job)]
  const [today, planned] = [measureWith(job, now), measureWith(job, then)]
  const of = { county, catalogue, travel }
  return {
    today,
    planned,
    figures: {
      today: countyFigures({ ...of, supply: now, measurement: today }),
      planned: countyFigures({ ...of, supply: then, measurement: planned, plan }),
    },
  }
}

/** The report of a plan in one language: one page to read and print. */
export function reportPage(
  job: ReportJob,
  { today, planned, figures }: MeasuredPlan,
  language: Language,
): string {
  const { input, travel, plan, checked, importFindings, explained, mapApproval } = job
  const remote = remoteVillagesOf(input.county, travel.base.resident).filter((v) => v.remote)
  return reportHtml({
    input,
    today,
    planned,
    figures,
    plan,
    remote: new Set(remote.map((v) => v.code)),
    verdict: checked.verdict,
    checkFindings: checked.findings,
    importFindings,
    explained,
    mapApproval,
    language,
  })
}
