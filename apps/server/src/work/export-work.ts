import { PlanFile } from '@kuashan/contract/plan-files.ts'
import { checkPlan, namesUnknown } from '@kuashan/core/check/check-plan.ts'
import { partOfCounty, partOfPlan } from '@kuashan/core/plan/part-of-county.ts'
import { explainForReport } from '@kuashan/core/planner/explain/explain-report.ts'
import { milpSolver } from '@kuashan/engine/milp/solve-milp.ts'
import { Areas } from '@kuashan/store/database/caller.ts'
import { Refused } from '@kuashan/store/database/refused.ts'
import { callerOfJob } from '@kuashan/store/jobs/jobs.ts'
import type { Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { z } from 'zod'
import { keepMade, madeFolder } from '../county/made-files.ts'
import { openPlan } from '../county/open-plan.ts'
import { travelOf, worldHere } from '../county/travel-shelf.ts'
import { mapApproval } from '../files/map-approval.ts'
import type { ReportJob } from '../files/measured-plan.ts'
import { planFile } from '../files/plan-file.ts'
import type { WorkPlace } from '../threads/work-place.ts'

/** Which file of which saved state of a plan is to be made, for whoever works in that area. */
export const ExportAsked = z.strictObject({
  plan: z.uuid(),
  version: z.number().int(),
  file: PlanFile,
  area: Areas,
})
export type ExportAsked = z.infer<typeof ExportAsked>

/** What files are made from, cut to an area: places, plan, and no findings of others’ places. */
function jobInArea(job: ReportJob, area: string): ReportJob {
  if (area === '') return job
  const { input, plan, checked } = job
  return {
    ...job,
    input: { ...input, county: partOfCounty(input.county, area) },
    plan: partOfPlan(plan, input.county, area),
    checked: { verdict: checked.verdict, findings: [] },
    importFindings: [],
  }
}

/** What a report tells beyond figures; it names all places of the county, so that no area is told it. */
async function explanations(
  { input, plan }: ReportJob,
  { file, area }: ExportAsked,
  { travel, workers }: WorkPlace,
  signal: AbortSignal,
): Promise<Pick<ReportJob, 'explained'>> {
  if (area !== '' || !file.startsWith('report.')) return {}
  const world = await worldHere(travel, input, workers)
  return { explained: await explainForReport(world, plan, milpSolver(signal)) }
}

/** Makes one file of a plan and keeps it for whoever asks by the id of the job. */
export const exportWork =
  (store: Store, place: WorkPlace): Work =>
  async (job, { county: code, progress, signal }) => {
    const asked = ExportAsked.parse(job.input)
    const { plan: id, version, file, area } = asked
    const { opened, mapApproval: approval } = await store.as(
      callerOfJob(code, job),
      async (access) => ({
        opened: await openPlan(place.shelf, access, id, version),
        mapApproval: await mapApproval(access),
      }),
    )
    await progress({ share: 0.1, detail: 'travel' })
    const { plan, under } = opened
    const { input, findings: importFindings } = under
    const { travel } = await travelOf(place.travel, input, place.workers)
    await progress({ share: 0.5, detail: 'export' })
    const { county, catalogue } = input
    const checked = checkPlan({ county, catalogue, travel, plan })
    const lost = checked.findings.find(namesUnknown)
    if (lost) throw new Refused(lost)
    const whole = { input, travel, plan, checked, importFindings, mapApproval: approval }
    const explained = await explanations(whole, asked, place, signal)
    const made = await planFile({ ...jobInArea(whole, area), ...explained }, file)
    return {
      save: async () => {
        await keepMade(madeFolder(place.shelf.folder, code), job.job, made)
        return job.job
      },
    }
  }
