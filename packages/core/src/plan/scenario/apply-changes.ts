import { type Finding, finding, findingCodes, hasErrors } from '../../kernel/finding.ts'
import type { Change, ChangeKind, ChangeOf } from '../change.ts'
import type { CountyInput } from '../county.ts'
import { addBusLine } from './bus-changes.ts'
import type { ApplyAt, ChangeRule, Mark } from './change-rule.ts'
import { mergeDivisions, moveChange, resettle } from './people-changes.ts'
import { redLine } from './red-lines.ts'
import { buildRoad, closeRoad, openRoad } from './road-changes.ts'
import {
  border,
  callVillage,
  dropStandard,
  setBudget,
  setFund,
  setPrice,
  setSetting,
  setStandard,
} from './rule-changes.ts'
import { addSite, addSiteAt, closeSite, convertSite } from './site-changes.ts'
import { addStaff, moveStaff, retireStaff, staffAway } from './staff-changes.ts'
import {
  addVehicle,
  addVehiclesLike,
  removeVehicle,
  setVehicle,
  vehicleDown,
} from './vehicle-changes.ts'

const rules: { [K in ChangeKind]: ChangeRule<K> } = {
  'close-road': closeRoad,
  'open-road': openRoad,
  'build-road': buildRoad,
  'add-vehicle': addVehicle,
  'add-vehicles-like': addVehiclesLike,
  'remove-vehicle': removeVehicle,
  'set-vehicle': setVehicle,
  'vehicle-down': vehicleDown,
  'add-bus-line': addBusLine,
  'add-staff': addStaff,
  'staff-away': staffAway,
  'move-staff': moveStaff,
  'retire-staff': retireStaff,
  'add-site': addSite,
  'add-site-at': addSiteAt,
  'close-site': closeSite,
  'convert-site': convertSite,
  'move-people': moveChange,
  resettle,
  'merge-divisions': mergeDivisions,
  'set-standard': setStandard,
  'drop-standard': dropStandard,
  'set-price': setPrice,
  'set-budget': setBudget,
  'set-fund': setFund,
  'set-setting': setSetting,
  border,
  'red-line': redLine,
  'call-village': callVillage,
}

const ruleOf = <K extends ChangeKind>(change: ChangeOf<K>): ChangeRule<K> =>
  rules[change.do as K] as ChangeRule<K>

/** Change `index` as findings name it. */
export interface ChangePlace {
  file?: string | undefined
  /** Of the list within the file: `changes`. */
  path?: string | undefined
}

export interface ApplyOptions extends ApplyAt {
  at?: ChangePlace
  /** A re-plan may be asked for a visit; a scenario may not. */
  forReplan?: boolean
}

export interface AppliedChanges {
  /** Null when an error stands in the way: nothing is half applied. */
  input: CountyInput | null
  findings: Finding[]
}

/** Red lines hold whatever the order of the list: they are drawn before anything is built. */
function withRedLines(input: CountyInput, changes: readonly Change[]): CountyInput {
  const lines = changes.flatMap((c) => {
    if (c.do !== 'red-line') return []
    const { do: _, reason: __, ...line } = c
    return [line]
  })
  if (lines.length === 0) return input
  const { settings } = input.county
  const redLines = [...(settings.redLines ?? []), ...lines]
  return { ...input, county: { ...input.county, settings: { ...settings, redLines } } }
}

/** Whether a change left everything as it was. Parts that were not replaced need not be compared. */
function unchanged(a: CountyInput, b: CountyInput): boolean {
  const same = (x: unknown, y: unknown) => x === y || JSON.stringify(x) === JSON.stringify(y)
  const tables = Object.keys(a.county) as (keyof CountyInput['county'])[]
  return (
    (a.roads === b.roads ||
      (a.roads?.ways.length === b.roads?.ways.length &&
        a.roads?.lng.length === b.roads?.lng.length)) &&
    same(a.minutes, b.minutes) &&
    same(a.catalogue, b.catalogue) &&
    tables.every((t) => same(a.county[t], b.county[t]))
  )
}

type Said = Mark & { index: number }

/** A change against those before it in the list: what it takes back, and what it only repeats. */
function againstEarlier(marks: readonly Mark[], said: readonly Said[]) {
  const found: { code: 'change-undone' | 'change-repeated'; first: number; key: string }[] = []
  for (const mark of marks) {
    const undone = said.find((s) => s.key === mark.key && s.side !== mark.side)
    if (undone) found.push({ code: 'change-undone', first: undone.index, key: mark.key })
    const again = said.find(
      (s) =>
        s.key === mark.key &&
        s.side === mark.side &&
        s.exact !== undefined &&
        s.exact === mark.exact,
    )
    if (again) found.push({ code: 'change-repeated', first: again.index, key: mark.key })
  }
  return found.filter((f, k) => found.findIndex((g) => g.first === f.first) === k)
}

/** Kinds that may rightly leave every table as it is. */
const silent: ReadonlySet<ChangeKind> = new Set(['call-village', 'red-line', 'resettle'])

/**
 * Resolves a list of changes one after the other, each on the county as the ones before it leave it, and applies them
 * only if all can be: references that are not there, changes that contradict or repeat one another, and changes without
 * effect are findings that name the change by its place in the list.
 */
export function applyChanges(
  input: CountyInput,
  changes: readonly Change[],
  options: ApplyOptions = {},
): AppliedChanges {
  const findings: Finding[] = []
  const said: Said[] = []
  let now = withRedLines(input, changes)
  changes.forEach((change, index) => {
    const { file, path = 'changes' } = options.at ?? {}
    const at = { ...(file === undefined ? {} : { file }), path: `${path}.${index}` }
    const facts = { n: index + 1, do: change.do }
    const rule = ruleOf(change)
    const faults = rule.resolve(change, now)
    if (change.do === 'call-village' && !options.forReplan)
      faults.push({ code: 'change-only-in-replan' })
    const marks = rule.marks(change, now)
    const before = againstEarlier(marks, said)
    findings.push(...faults.map((f) => finding(f.code, at, { ...facts, ...f.facts })))
    findings.push(
      ...before.map((b) => finding(b.code, at, { ...facts, first: b.first + 1, key: b.key })),
    )
    said.push(...marks.map((mark) => ({ ...mark, index })))
    if (faults.some((f) => findingCodes[f.code] === 'error')) return
    const next = rule.apply(change, now, options)
    if (before.length === 0 && !silent.has(change.do) && unchanged(now, next))
      findings.push(finding('change-without-effect', at, facts))
    now = next
  })
  return { input: hasErrors(findings) ? null : now, findings }
}
