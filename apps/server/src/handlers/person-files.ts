import { finding } from '@kuashan/core/kernel/finding.ts'
import { readPersonFile } from '@kuashan/core/people/person-file.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import {
  exportPerson,
  type NamesOfPlace,
  takePersonOver,
} from '@kuashan/store/queries/person-files.ts'
import { dayOf } from '../county/county-day.ts'
import { countyInput } from '../county/county-shelf.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { NotAnswered } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

const namesIn =
  ({ divisions, settlements }: County): NamesOfPlace =>
  ({ division, settlement }) => ({
    divisionName: divisions.find(({ code }) => code === division)?.name ?? null,
    settlementName: settlements.find(({ id }) => id === settlement)?.name ?? null,
  })

export const personFileHandlers = ({ shelf, now }: Desk): TopicHandlers<'personFiles'> => ({
  export: async ({ params, caller, store }) => {
    const { input } = await store.as(caller, (access) => countyInput(shelf, access))
    return store.as(caller, async (access) => ({
      data: await exportPerson(access, params.person, namesIn(input.county), dayOf(now())),
    }))
  },
  import: async ({ body, caller, store }) => {
    const { file, findings } = readPersonFile(body.file, dayOf(now()))
    if (!file) throw new NotAnswered(findings)
    const { division, settlement } = body
    const { input } = await store.as(caller, (access) => countyInput(shelf, access))
    const isVillage = input.county.divisions.some(
      ({ code, level }) => code === division && level === 'village',
    )
    if (!isVillage) throw new NotAnswered([finding('person-village-not-here', {}, { division })])
    return store.as(caller, async (access) => ({
      data: { person: await takePersonOver(access, file, { division, settlement }) },
    }))
  },
})
