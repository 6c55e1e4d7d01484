import type { PersonLine } from '@kuashan/contract/people.ts'
import { listOwnOpen } from '@kuashan/store/accounts/break-glass.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { getJob } from '@kuashan/store/jobs/jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { findPeople } from '@kuashan/store/queries/find-people.ts'
import { getPerson, openPerson, type Person } from '@kuashan/store/queries/people.ts'
import { dayOf } from '../county/county-day.ts'
import { sealedRegister } from '../county/register-uploads.ts'
import { checkTables } from '../county/uploaded-tables.ts'
import { keepUpload, uploadsFolder } from '../county/uploads.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { type RegisterAsked, readRegisterAnswer } from '../work/register-work.ts'
import type { Desk } from './desk.ts'
import { askedJob } from './jobs.ts'

const lineOf = ({ person: id, ...rest }: Person): PersonLine => ({ ...rest, id })

/** People as a caller sees them; who says that it is an emergency must have one open. What it opens is for the store's policies. */
const seen = <T>(
  { caller, store }: { caller: Caller; store: Store },
  now: number,
  work: (access: Access) => Promise<T>,
): Promise<T> =>
  store.as(caller, async (access) => {
    if (caller.purpose === 'emergency' && (await listOwnOpen(access, now)).length === 0)
      throw refused('emergency-not-open')
    return work(access)
  })

export const peopleHandlers = ({ shelf, queue, now }: Desk): TopicHandlers<'people'> => ({
  search: ({ body, ...as }) =>
    seen(as, now(), async (access) => {
      const { people, more } = await findPeople(access, body.typed, dayOf(now()))
      return { data: { people: people.map(lineOf), more } }
    }),
  get: ({ params, ...as }) =>
    seen(as, now(), async (access) => {
      const person = await getPerson(access, params.person)
      return { data: lineOf(person), version: person.version }
    }),
  look: ({ params, ...as }) =>
    seen(as, now(), async (access) => {
      const { person: id, ...rest } = await openPerson(access, params.person)
      return { data: { ...rest, id } }
    }),
  import: ({ files, query, caller, store }) => {
    checkTables(files)
    if (caller.why.trim() === '') throw refused('store-why-needed')
    return store.as(caller, (access) => {
      const sealed = sealedRegister(access.cipher, files)
      const names = files.map(({ name }) => name)
      return keepUpload(uploadsFolder(shelf.folder, caller.county), sealed, async (upload) => {
        const input: RegisterAsked = { upload, names, keep: query.keep === 'yes', why: caller.why }
        return askedJob(access, queue, { kind: 'register', workKey: newId(), input })
      })
    })
  },
  imported: ({ params, caller, store }) =>
    store.as(caller, async (access) => {
      const { kind, job } = await getJob(access, params.job)
      if (kind !== 'register') throw refused('store-not-found', { what: job })
      return { data: await readRegisterAnswer(shelf.folder, access, job, now()) }
    }),
})
