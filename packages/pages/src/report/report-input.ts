import type { CountyFigures } from '@kuashan/core/access/county-figures.ts'
import type { Measurement } from '@kuashan/core/access/measurement.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { Explained } from '@kuashan/core/planner/explain/explain-report.ts'
import type { Language } from '@kuashan/core/words/language.ts'

/** All a report shows. It computes no decision: figures come from measuring, the plan and the checker. */
export interface ReportInput {
  input: CountyInput
  today: Measurement
  planned: Measurement
  figures: { today: CountyFigures; planned: CountyFigures }
  plan: Plan
  /** Codes of villages that are remote by the county's definition. */
  remote: ReadonlySet<string>
  verdict: 'valid' | 'broken'
  checkFindings: readonly Finding[]
  importFindings: readonly Finding[]
  /** Prices of floors and changes for those missed, where they were worked out. */
  explained?: Explained | undefined
  /** 审图号 of the county’s map, printed under the maps; none where the county has stated none. */
  mapApproval?: string | undefined
  language: Language
}
