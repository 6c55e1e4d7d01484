import type { Access } from '@kuashan/store/database/with-caller.ts'
import { readJobDocument, saveJobDocument } from '@kuashan/store/jobs/job-documents.ts'
import type { Job } from '@kuashan/store/jobs/jobs.ts'
import type { Made } from '@kuashan/store/jobs/serve-jobs.ts'

const part = 'answer'

/** Keeps an answer, and further documents beside it, to be asked for by the id of its job. */
export const keepAnswer = (
  { job }: Job,
  answer: unknown,
  beside: Readonly<Record<string, string>> = {},
): Made => ({
  save: async (access) => {
    await saveJobDocument(access, job, part, JSON.stringify(answer))
    for (const [name, document] of Object.entries(beside))
      await saveJobDocument(access, job, name, document)
    return job
  },
})

/** The answer of a job that has ended. */
export const readAnswer = async <T>(access: Access, job: string): Promise<T> =>
  JSON.parse(await readJobDocument(access, job, part)) as T
