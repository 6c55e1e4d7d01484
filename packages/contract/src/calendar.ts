import { DepartmentEvent } from '@kuashan/core/plan/department-event.ts'
import { z } from 'zod'
import { inCounty, planning, preparing } from './access.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

/** A line of the shared calendar as it is kept; `note` says what was agreed on it. */
const EventEntry = DepartmentEvent.extend({
  state: z.enum(['planned', 'joint', 'cancelled']),
  note: z.string().max(2000),
}).meta({ id: 'CalendarEntry' })

export const CalendarLine = EventEntry.extend({
  id: z.uuid(),
  version: z.number().int(),
}).meta({ id: 'CalendarLine' })
export type CalendarLine = z.infer<typeof CalendarLine>

/** What came of a table: nothing is kept while it has errors. */
const CalendarImport = z
  .object({
    kept: z.boolean(),
    /** Lines that are new; the others of `rows` are in the calendar already. */
    added: z.number().int(),
    rows: z.number().int(),
    findings: z.array(SaidFinding),
  })
  .meta({ id: 'CalendarImport' })

const one = z.strictObject(inCounty)
const path = '/api/counties/{county}/calendar'

export const calendarRoutes = {
  list: route({
    id: 'calendar.list',
    method: 'GET',
    path,
    what: {
      zh: '部门日历：各部门自己下村的日子和事项',
      en: 'The shared calendar: what departments do in villages by themselves, and when',
    },
    params: one,
    answer: json(z.array(CalendarLine)),
    access: planning,
  }),
  enter: route({
    id: 'calendar.enter',
    method: 'POST',
    path,
    what: { zh: '记下一次下村', en: 'Enter what a department does in a village on a day' },
    params: one,
    body: json(DepartmentEvent.meta({ id: 'DepartmentEvent' })),
    answer: json(z.array(CalendarLine)),
    access: preparing,
  }),
  save: route({
    id: 'calendar.save',
    method: 'PUT',
    path: `${path}/{event}`,
    what: {
      zh: '改日历的一行：改期、取消，或记下合并到访的约定',
      en: 'Change a line: another day, cancelled, or the note of a joint visit',
    },
    params: z.strictObject({ ...inCounty, event: z.uuid() }),
    body: json(EventEntry),
    answer: json(CalendarLine),
    access: preparing,
    versioned: true,
  }),
  import: route({
    id: 'calendar.import',
    method: 'POST',
    path: `${path}/import`,
    what: {
      zh: '导入部门日历（CSV 或 Excel）；有错误就什么都不导入',
      en: 'Import a calendar (CSV or Excel); nothing is kept while it has errors',
    },
    params: one,
    body: { as: 'files', mostBytes: 8 * 1024 * 1024, mostFiles: 5 },
    answer: json(CalendarImport),
    access: preparing,
    perMinute: 20,
  }),
} as const
