import { WeekHours } from '@kuashan/core/resources/week-hours.ts'
import { z } from 'zod'
import { inCounty, planning, preparing } from './access.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

/** What is entered of a vehicle that runs. Days are the last on which a paper or a check holds; null: there is none. */
export const FleetEntry = z
  .strictObject({
    /** Its id in the county’s data; null for one that no plan knows. */
    vehicle: z.string().max(100).nullable(),
    plate: z.string().trim().min(1).max(20),
    kind: z.string().trim().min(1).max(100),
    owner: z.string().trim().min(1).max(200),
    licenceUntil: z.iso.date().nullable(),
    inspectionUntil: z.iso.date().nullable(),
    insuranceUntil: z.iso.date().nullable(),
    /** Fit-out item → the last day its check holds. */
    fitOut: z.record(z.string().min(1).max(100), z.iso.date()),
    state: z.enum(['in-service', 'workshop', 'retired']),
    /** Null: not said. */
    seats: z.number().int().min(0).max(100).nullable(),
    /** Carries a cold box: vaccines, fresh food. */
    coldBox: z.boolean(),
    /** Who drives it, or the post. */
    driver: z.string().trim().max(100),
    /** Where it lives: id of a facility of the county’s data, or a place in words. */
    home: z.string().trim().max(200),
    /** When it runs in a week. */
    hours: WeekHours,
  })
  .meta({ id: 'FleetEntry' })
export type FleetEntry = z.infer<typeof FleetEntry>

export const FleetLine = FleetEntry.extend({
  id: z.uuid(),
  version: z.number().int(),
  /** Why it may not be sent out on the day asked about: papers and checks that have run out, or its state. Empty: it may. */
  blockedBy: z.array(z.string()),
}).meta({ id: 'FleetLine' })
export type FleetLine = z.infer<typeof FleetLine>

/** What came of a table of vehicles: nothing is kept while it has errors. */
const FleetImport = z
  .object({
    kept: z.boolean(),
    added: z.number().int(),
    changed: z.number().int(),
    rows: z.number().int(),
    findings: z.array(SaidFinding),
  })
  .meta({ id: 'FleetImport' })

const one = z.strictObject(inCounty)

export const fleetRoutes = {
  list: route({
    id: 'fleet.list',
    method: 'GET',
    path: '/api/counties/{county}/fleet',
    what: {
      zh: '车辆台账：证件、检验、改装，以及哪天能否出车',
      en: 'The register of vehicles: papers, checks, fit-out, and whether they may go out on a day',
    },
    params: one,
    query: z.strictObject({ on: z.iso.date().optional() }),
    answer: json(z.array(FleetLine)),
    access: planning,
  }),
  enter: route({
    id: 'fleet.enter',
    method: 'POST',
    path: '/api/counties/{county}/fleet',
    what: { zh: '登记一辆车', en: 'Enter a vehicle' },
    params: one,
    body: json(FleetEntry),
    answer: json(FleetLine),
    access: preparing,
  }),
  import: route({
    id: 'fleet.import',
    method: 'POST',
    path: '/api/counties/{county}/fleet/import',
    what: {
      zh: '导入车辆台账（CSV 或 Excel）：新车牌登记，已有的更新；有错误就什么都不导入',
      en: 'Import vehicles (CSV or Excel): new plates are entered, known ones brought up to date; nothing is kept while there are errors',
    },
    params: one,
    body: { as: 'files', mostBytes: 8 * 1024 * 1024, mostFiles: 5 },
    answer: json(FleetImport),
    access: preparing,
    perMinute: 20,
  }),
  save: route({
    id: 'fleet.save',
    method: 'PUT',
    path: '/api/counties/{county}/fleet/{vehicle}',
    what: { zh: '更新一辆车的登记', en: 'Change what is entered of a vehicle' },
    params: z.strictObject({ ...inCounty, vehicle: z.uuid() }),
    body: json(FleetEntry),
    answer: json(FleetLine),
    access: preparing,
    versioned: true,
  }),
} as const
