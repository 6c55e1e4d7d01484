import type { PeopleImport } from '@kuashan/contract/people.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import type { RegisterRow } from '@kuashan/core/people/register-row.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { callerOfJob } from '@kuashan/store/jobs/jobs.ts'
import type { JobContext, Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { importPeople, weighPeople } from '@kuashan/store/queries/import-people.ts'
import { z } from 'zod'
import { dayOf } from '../county/county-day.ts'
import { countyInput } from '../county/county-shelf.ts'
import { keepMade, madeFolder, readMade } from '../county/made-files.ts'
import { readRegister } from '../county/read-register.ts'
import { openRegister } from '../county/register-uploads.ts'
import { uploadsFolder } from '../county/uploads.ts'
import { NotAnswered, said } from '../serve/problem-answer.ts'
import type { WorkPlace } from '../threads/work-place.ts'

/** Which upload is brought in, or only checked, and what for. */
const RegisterAsked = z.strictObject({
  upload: z.uuid(),
  names: z.array(z.string()).min(1),
  keep: z.boolean(),
  why: z.string(),
})
export type RegisterAsked = z.infer<typeof RegisterAsked>

const mostFindings = 1000
/** Errors first, each kind in the order of the rows. */
const byGravity = (found: readonly Finding[]): Finding[] =>
  (['error', 'warning', 'note'] as const).flatMap((severity) =>
    found.filter((f) => f.severity === severity).sort((a, b) => (a.at.row ?? 0) - (b.at.row ?? 0)),
  )

const countOf = (found: readonly Finding[], severity: Finding['severity']): number =>
  found.filter((f) => f.severity === severity).length

const context = (job: string): string => `register answer ${job}`

/** What came of a register: for whoever asked, sealed while it lies there. Throws `NotAnswered` where it is gone. */
export async function readRegisterAnswer(
  cache: string,
  { caller, cipher }: Access,
  job: string,
  now: number,
): Promise<PeopleImport> {
  const sealed = await readMade(madeFolder(cache, caller.county), job, now)
  if (!sealed) throw new NotAnswered([finding('made-file-gone', {})])
  return JSON.parse(cipher.open(sealed, context(job)))
}

/** Brings people in, telling how far it is; stops between two thousand of them where the job was stopped. */
const keeping =
  (people: readonly RegisterRow[], { progress, signal }: JobContext) =>
  (access: Access) =>
    importPeople(access, people, async (done) => {
      signal.throwIfAborted()
      await progress({ share: 0.4 + (0.6 * done) / people.length, detail: 'keep' })
    })

/** Reads a register row by row; brings it in where that was asked and nothing is wrong with it. */
export const registerWork =
  (store: Store, { shelf, now }: WorkPlace): Work =>
  async (job, around) => {
    const { county, progress } = around
    const { upload, names, keep, why } = RegisterAsked.parse(job.input)
    const caller = { ...callerOfJob(county, job), why }
    await progress({ share: 0.05, detail: 'read' })
    const folder = uploadsFolder(shelf.folder, county)
    const { files, input } = await store.as(caller, async (access) => ({
      files: await openRegister(access.cipher, folder, upload, names),
      input: (await countyInput(shelf, access)).input,
    }))
    const read = await readRegister(files, {
      ...input.county,
      today: dayOf(now()),
      area: caller.area,
    })
    const { people } = read
    await progress({ share: 0.2, detail: 'read' })
    const { findings: known, ...weighed } = await store.as(caller, (a) => weighPeople(a, people))
    const findings = byGravity([...read.findings, ...known])
    const errors = countOf(findings, 'error')
    const kept = keep && errors === 0
    const bringIn = keeping(people, around)
    return {
      save: async (access) => {
        const answer: PeopleImport = {
          kept,
          ...(kept ? await bringIn(access) : weighed),
          rows: people.length,
          errors,
          warnings: countOf(findings, 'warning'),
          findings: findings.slice(0, mostFindings).map(said),
        }
        const sealed = access.cipher.seal(JSON.stringify(answer), context(job.job))
        await keepMade(madeFolder(shelf.folder, county), job.job, sealed)
        return job.job
      },
    }
  }
