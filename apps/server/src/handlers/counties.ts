import type { CountyLine, Import } from '@kuashan/contract/counties.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { askJob, getJob } from '@kuashan/store/jobs/jobs.ts'
import { type CountyEntry, getCounty } from '@kuashan/store/queries/counties.ts'
import { countiesHere } from '@kuashan/store/queries/counties-here.ts'
import { listFindings } from '@kuashan/store/queries/county-data.ts'
import { listDifferences } from '@kuashan/store/queries/revision-changes.ts'
import {
  acceptRevision,
  getRevision,
  listRevisions,
  type Revision,
  refuseRevision,
} from '@kuashan/store/queries/revisions.ts'
import { changesOfImport } from '../county/changes-of-import.ts'
import { countyInput } from '../county/county-shelf.ts'
import { checkUploads, keepUpload, uploadsFolder } from '../county/uploads.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'
import { jobOf } from './jobs.ts'

const lineOf = ({ county, name, nameEn, head }: CountyEntry): CountyLine => ({
  county,
  name,
  nameEn,
  revision: head,
})

const importOf = ({ revision, hash: _, parent: __, ...rest }: Revision) => ({
  ...rest,
  id: revision,
  madeAt: new Date(rest.madeAt).toISOString(),
})

const countsOf = (county: County): Record<string, number> => ({
  divisions: county.divisions.length,
  settlements: county.settlements.length,
  facilities: county.facilities.length,
  vehicles: county.vehicles.length,
  staff: county.staff.length,
  funds: county.funds.length,
  standards: county.standards.length,
})

async function readImport(access: Access, id: string): Promise<Import> {
  const revision = await getRevision(access, id)
  const findings: Finding[] = await listFindings(access, id)
  // What could not be read has no rows: it does not mean that every row goes.
  const differences = revision.rows === 0 ? [] : await listDifferences(access, revision)
  const changes = changesOfImport(differences)
  return { ...importOf(revision), findings: findings.map(said), changes }
}

export const countyHandlers = ({ shelf, queue, now }: Desk): TopicHandlers<'counties'> => ({
  list: async ({ store }) => ({ data: (await countiesHere(store)).map(lineOf) }),
  get: ({ caller, store }) =>
    store.as(caller, async (access) => {
      const entry = await getCounty(access)
      const { input, findings } = await countyInput(shelf, access)
      const { county } = input
      return {
        data: {
          ...lineOf(entry),
          settings: county.settings,
          counts: countsOf(county),
          people: county.settlements.reduce((sum, s) => sum + s.permanent.total, 0),
          findings: findings.map(said),
        },
        version: entry.version,
      }
    }),
  upload: async ({ files, caller, store }) => {
    checkUploads(files)
    const folder = uploadsFolder(shelf.folder, caller.county)
    return keepUpload(folder, files, now(), (upload) =>
      store.as(caller, async (access) => {
        const input = { upload, names: files.map(({ name }) => name) }
        const job = await askJob(access, queue, { kind: 'import', workKey: newId(), input })
        return { data: jobOf(await getJob(access, job)) }
      }),
    )
  },
  imports: ({ caller, store }) =>
    store.as(caller, async (access) => ({ data: (await listRevisions(access)).map(importOf) })),
  import: ({ params, caller, store }) =>
    store.as(caller, async (access) => ({ data: await readImport(access, params.import) })),
  accept: ({ params, caller, store, version }) =>
    store.as(caller, async (access) => {
      await acceptRevision(access, params.import, Number(version))
      return { data: await readImport(access, params.import), version: Number(version) + 1 }
    }),
  refuse: ({ params, caller, store }) =>
    store.as(caller, async (access) => {
      await refuseRevision(access, params.import)
      return { data: await readImport(access, params.import) }
    }),
})
