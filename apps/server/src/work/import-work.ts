import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { callerOfJob } from '@kuashan/store/jobs/jobs.ts'
import type { Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { getCounty } from '@kuashan/store/queries/counties.ts'
import { listParts, readPart } from '@kuashan/store/queries/revision-parts.ts'
import { stageRevision, stageUnreadable } from '@kuashan/store/queries/revisions.ts'
import { z } from 'zod'
import { type FolderPart, writeParts } from '../county/folder-parts.ts'
import { readForStaging } from '../county/stage-folder.ts'
import { layUpload, readUpload, uploadsFolder } from '../county/uploads.ts'
import type { WorkPlace } from '../threads/work-place.ts'

/** Which upload is to be imported, and how its files were called. */
export const ImportAsked = z.strictObject({ upload: z.uuid(), names: z.array(z.string()).min(1) })

async function partsInForce(access: Access): Promise<FolderPart[]> {
  const { head } = await getCounty(access)
  if (!head) return []
  const parts: FolderPart[] = []
  for (const { part } of await listParts(access, head))
    parts.push({ part, bytes: await readPart(access, head, part) })
  return parts
}

/** Reads an upload as the county folder it makes and stages it with everything found. Nothing is put in force. */
export const importWork =
  (store: Store, place: WorkPlace): Work =>
  async (job, { county, progress }) => {
    const { upload, names } = ImportAsked.parse(job.input)
    const uploads = uploadsFolder(place.shelf.folder, county)
    await progress({ share: 0.05, detail: 'unpack' })
    const sent = await readUpload(uploads, upload, names)
    const inForce = await store.as(callerOfJob(county, job), partsInForce)
    const folder = join(uploads, upload, 'folder')
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder)
    try {
      await writeParts(folder, layUpload(sent, inForce))
      await progress({ share: 0.2, detail: 'read' })
      const { staged, findings } = await readForStaging(folder)
      const source = names.join(', ').slice(0, 500)
      return {
        save: (access) =>
          staged
            ? stageRevision(access, { ...staged, source })
            : stageUnreadable(access, { source, findings }),
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
