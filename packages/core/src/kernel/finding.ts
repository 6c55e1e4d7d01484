import { accessCodes } from './codes/access.ts'
import { callCodes } from './codes/calls.ts'
import { catalogueCodes } from './codes/catalogue.ts'
import { concernCodes } from './codes/concerns.ts'
import { developmentCodes } from './codes/development.ts'
import { editCodes } from './codes/edits.ts'
import { folderCodes } from './codes/folder.ts'
import { instanceCodes } from './codes/instance.ts'
import { peopleCodes } from './codes/people.ts'
import { placeCodes } from './codes/places.ts'
import { planCodes } from './codes/plan.ts'
import { policyCodes } from './codes/policies.ts'
import { poolCodes } from './codes/pool.ts'
import { postCodes } from './codes/posts.ts'
import { replanCodes } from './codes/replan.ts'
import { rideCodes } from './codes/rides.ts'
import { roadCodes } from './codes/roads.ts'
import { routeCodes } from './codes/routes.ts'
import { runningMoneyCodes } from './codes/running-money.ts'
import { scenarioCodes } from './codes/scenarios.ts'
import { signInCodes } from './codes/sign-in.ts'
import { sitingCodes } from './codes/siting.ts'
import { storeCodes } from './codes/store.ts'
import { tableCodes } from './codes/table.ts'
import { territoryCodes } from './codes/territory.ts'
import { tourCodes } from './codes/tours.ts'
import { travelCodes } from './codes/travel.ts'
import type { Severity } from './severity.ts'

/** The one table of codes. */
export const findingCodes = {
  ...tableCodes,
  ...folderCodes,
  ...territoryCodes,
  ...placeCodes,
  ...roadCodes,
  ...travelCodes,
  ...catalogueCodes,
  ...accessCodes,
  ...planCodes,
  ...editCodes,
  ...tourCodes,
  ...postCodes,
  ...runningMoneyCodes,
  ...replanCodes,
  ...rideCodes,
  ...instanceCodes,
  ...routeCodes,
  ...sitingCodes,
  ...callCodes,
  ...scenarioCodes,
  ...storeCodes,
  ...developmentCodes,
  ...concernCodes,
  ...policyCodes,
  ...peopleCodes,
  ...poolCodes,
  ...signInCodes,
} as const

export type FindingCode = keyof typeof findingCodes

/** Where the trouble is; as much of it as is known. */
export interface Place {
  file?: string | undefined
  sheet?: string | undefined
  /** Counted from 1 as a spreadsheet shows it: the heading row is row 1. */
  row?: number | undefined
  column?: string | undefined
  /** Path or id inside a document, a plan or the catalogue: `services.MED-01.standards.0`. */
  path?: string | undefined
}

/** Bad data as data. Words for a code stand in `words/messages`, filled from `facts`. */
export interface Finding {
  code: FindingCode
  severity: Severity
  at: Place
  facts: Readonly<Record<string, string | number>>
}

export const finding = (
  code: FindingCode,
  at: Place,
  facts: Record<string, string | number> = {},
): Finding => ({ code, severity: findingCodes[code], at, facts })

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((f) => f.severity === 'error')
