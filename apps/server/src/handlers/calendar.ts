import { hasErrors } from '@kuashan/core/kernel/finding.ts'
import { importDepartmentEvents } from '@kuashan/core/plan/import/department-events.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import {
  type CalendarEvent,
  enterEvents,
  listEvents,
  saveEvent,
} from '@kuashan/store/queries/department-events.ts'
import { countyInput } from '../county/county-shelf.ts'
import { uploadedTables } from '../county/uploaded-tables.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

const lineOf = ({ event: id, ...rest }: CalendarEvent) => ({ ...rest, id })
const lines = async (access: Access) => ({ data: (await listEvents(access)).map(lineOf) })

export const calendarHandlers = ({ shelf }: Desk): TopicHandlers<'calendar'> => ({
  list: ({ caller, store }) => store.as(caller, lines),
  enter: ({ body, caller, store }) =>
    store.as(caller, async (access) => {
      const added = await enterEvents(access, [body])
      if (added === 0) throw refused('store-already-there', { what: body.purpose })
      return lines(access)
    }),
  save: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const saved = await saveEvent(access, params.event, body, Number(version))
      return { data: lineOf(saved), version: saved.version }
    }),
  import: async ({ files, caller, store }) => {
    const tables = await uploadedTables(files)
    return store.as(caller, async (access) => {
      const { divisions } = (await countyInput(shelf, access)).input.county
      const read = tables.map((table) => importDepartmentEvents(table, divisions))
      const events = read.flatMap((part) => part.events)
      const findings = read.flatMap((part) => part.findings)
      const kept = !hasErrors(findings)
      const added = kept ? await enterEvents(access, events) : 0
      return {
        data: { kept, added, rows: events.length, findings: findings.slice(0, 1000).map(said) },
      }
    })
  },
})
