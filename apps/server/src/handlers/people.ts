import type { PeopleImport, PersonLine } from '@kuashan/contract/people.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { listOwnOpen } from '@kuashan/store/accounts/break-glass.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { findPeople } from '@kuashan/store/queries/find-people.ts'
import { importPeople, weighPeople } from '@kuashan/store/queries/import-people.ts'
import { getPerson, openPerson, type Person } from '@kuashan/store/queries/people.ts'
import { dayOf } from '../county/county-day.ts'
import { countyInput } from '../county/county-shelf.ts'
import { readRegister } from '../county/read-register.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

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

const mostFindings = 1000
/** Errors first, each kind in the order of the rows. */
const byGravity = (found: readonly Finding[]): Finding[] =>
  (['error', 'warning', 'note'] as const).flatMap((severity) =>
    found.filter((f) => f.severity === severity).sort((a, b) => (a.at.row ?? 0) - (b.at.row ?? 0)),
  )

const countOf = (found: readonly Finding[], severity: Finding['severity']): number =>
  found.filter((f) => f.severity === severity).length

export const peopleHandlers = ({ shelf, now }: Desk): TopicHandlers<'people'> => ({
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
  import: async ({ files, query, caller, store }) => {
    const { input } = await store.as(caller, (access) => countyInput(shelf, access))
    const context = { ...input.county, today: dayOf(now()), area: caller.area }
    const { people, findings: read } = await readRegister(files, context)
    return store.as(caller, async (access): Promise<{ data: PeopleImport }> => {
      const { findings: known, ...weighed } = await weighPeople(access, people)
      const findings = byGravity([...read, ...known])
      const errors = countOf(findings, 'error')
      const kept = query.keep === 'yes' && errors === 0
      const counts = kept ? await importPeople(access, people) : weighed
      return {
        data: {
          kept,
          ...counts,
          rows: people.length,
          errors,
          warnings: countOf(findings, 'warning'),
          findings: findings.slice(0, mostFindings).map(said),
        },
      }
    })
  },
})
