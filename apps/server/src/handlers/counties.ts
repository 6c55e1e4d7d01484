import type { CountyLine, Import } from '@kuashan/contract/counties.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { partOfCounty } from '@kuashan/core/plan/part-of-county.ts'
import { changeSettings } from '@kuashan/engine/county-folder/change-settings.ts'
import { templateFiles } from '@kuashan/engine/county-folder/county-template.ts'
import { zipOf } from '@kuashan/engine/files/zip.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { type CountyEntry, getCounty } from '@kuashan/store/queries/counties.ts'
import { countiesHere } from '@kuashan/store/queries/counties-here.ts'
import { listFindings } from '@kuashan/store/queries/county-data.ts'
import { listDifferences } from '@kuashan/store/queries/revision-changes.ts'
import { readPart } from '@kuashan/store/queries/revision-parts.ts'
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
import type { TopicHandlers, Upload } from '../serve/handler.ts'
import { said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'
import { askedJob } from './jobs.ts'

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

export const countyHandlers = ({ shelf, queue }: Desk): TopicHandlers<'counties'> => {
  /** Keeps files and asks for their import. */
  const importing = (caller: Caller, store: Store, files: readonly Upload[]) =>
    keepUpload(uploadsFolder(shelf.folder, caller.county), files, (upload) =>
      store.as(caller, async (access) => {
        const input = { upload, names: files.map(({ name }) => name) }
        return askedJob(access, queue, { kind: 'import', workKey: newId(), input })
      }),
    )
  return {
    list: async ({ store }) => ({ data: (await countiesHere(store)).map(lineOf) }),
    get: ({ caller, store }) =>
      store.as(caller, async (access) => {
        const entry = await getCounty(access)
        if (entry.head === null)
          return {
            data: { ...lineOf(entry), settings: null, counts: {}, people: 0, findings: [] },
            version: entry.version,
          }
        const { input, findings, state } = await countyInput(shelf, access)
        const { version } = entry
        const { area } = caller
        const make = () => {
          const county = partOfCounty(input.county, area)
          return {
            ...lineOf(entry),
            settings: county.settings,
            counts: countsOf(county),
            people: county.settlements.reduce((sum, s) => sum + s.permanent.total, 0),
            // What an import found is about all of the county.
            findings: area === '' ? findings.map(said) : [],
          }
        }
        // Corrections change how many people there are and leave the county at its version.
        return { make, version, alters: true, same: `${version} ${state} ${area}` }
      }),
    changeSettings: async ({ body, caller, store }) => {
      const bytes = await store.as(caller, async (access) => {
        const { head } = await getCounty(access)
        if (head === null) throw refused('store-not-found', { what: 'county.yaml' })
        return readPart(access, head, 'county.yaml')
      })
      const changed = changeSettings(new TextDecoder().decode(bytes), body)
      return importing(caller, store, [
        { name: 'county.yaml', bytes: new TextEncoder().encode(changed) },
      ])
    },
    template: ({ query, caller, store }) =>
      store.as(caller, async (access) => {
        const { county, name, nameEn } = await getCounty(access)
        const { form, ...given } = query
        const begun = { code: county, name, nameEn: nameEn ?? name, ...given }
        const files = await templateFiles(begun, { xlsx: form === 'xlsx' })
        return {
          file: zipOf(files.map(({ part, content }) => ({ name: part, text: content }))),
          type: 'application/zip',
          name: `${name} ${given.year}.zip`,
        }
      }),
    upload: async ({ files, caller, store }) => {
      checkUploads(files)
      return importing(caller, store, files)
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
  }
}
