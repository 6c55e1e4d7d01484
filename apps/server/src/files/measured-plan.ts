import { type CountyFigures, countyFigures } from '@kuashan/core/access/county-figures.ts'
import { measure } from '@kuashan/core/access/measure.ts'
import type { Measurement } from '@kuashan/core/access/measurement.ts'
import { remoteVillagesOf } from '@kuashan/core/access/remote-settlements.ts'
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

export function measureBoth({
  input,
  travel,
  plan,
}: Pick<ReportJob, 'input' | 'travel' | 'plan'>): MeasuredPlan {
  const { county, catalogue } = input
  const base = { county, catalogue, travel: travel.base, asOf: county.settings.asOf }
  const now = supplyToday(county, catalogue)
  const then = supplyOfPlan(county, catalogue, plan)
  const today = measure({ ...base, supply: now })
  const planned = measure({ ...base, supply: then })
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
