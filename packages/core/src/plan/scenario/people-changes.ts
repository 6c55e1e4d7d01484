import { type NeedRates, needOf, needRates } from '../../catalogue/need.ts'
import type { Service } from '../../catalogue/service.ts'
import { type AgeRange, movable, movePeople } from '../../territory/move-people.ts'
import type { Settlement } from '../../territory/settlement.ts'
import type { ChangeOf } from '../change.ts'
import type { CountyInput } from '../county.ts'
import type { ChangeRule, Fault } from './change-rule.ts'
import { idOf, lacks, nameFaults, withCounty } from './named-row.ts'

const settlementOf = (input: CountyInput, text: string): Settlement | undefined => {
  const id = idOf(input, 'settlement', text)
  return input.county.settlements.find((s) => s.id === id)
}

const expected = (service: Service, of: Settlement, rates: NeedRates): number =>
  needOf(service, { population: of.permanent, needs: {}, place: {} }, rates).people

/**
 * Known numbers of people in need go along with those who move, so that what is entitled here and there together stays
 * the same: a count is split as the estimate of those who leave, and where only one side counts, the other joins in
 * with its estimate.
 */
function needsMoved(
  input: CountyInput,
  before: { from: Settlement; to: Settlement },
  after: { from: Settlement; to: Settlement },
) {
  const rates = needRates(input.county.settings.assumptions)
  const needs = { from: { ...before.from.needs }, to: { ...before.to.needs } }
  for (const service of input.catalogue.services) {
    const { id } = service
    const [have, there] = [before.from.needs[id], before.to.needs[id]]
    if (have === undefined && there === undefined) continue
    const was = expected(service, before.from, rates)
    const left = expected(service, after.from, rates)
    const share = was > 0 ? Math.min(1, (was - left) / was) : shareOfPeople(before, after)
    const counted = have ?? was
    const moved =
      have !== undefined && Number.isInteger(have) ? Math.round(have * share) : counted * share
    if (have !== undefined) needs.from[id] = have - moved
    needs.to[id] = (there ?? expected(service, before.to, rates)) + moved
  }
  return needs
}

const shareOfPeople = (before: { from: Settlement }, after: { from: Settlement }): number =>
  before.from.permanent.total > 0 ? 1 - after.from.permanent.total / before.from.permanent.total : 0

/** The county after `people` of the ages went from one settlement to another. */
function afterMove(
  input: CountyInput,
  from: Settlement,
  to: Settlement,
  people: number,
  ages?: AgeRange,
): CountyInput {
  if (people <= 0) return input
  const moved = movePeople(from, to, people, ages)
  const needs = needsMoved(input, { from, to }, moved)
  const changed = new Map([
    [from.id, { ...moved.from, needs: needs.from }],
    [to.id, { ...moved.to, needs: needs.to }],
  ])
  return withCounty(input, {
    settlements: input.county.settlements.map((s) => changed.get(s.id) ?? s),
  })
}

function endFaults(input: CountyInput, change: { from: string; to: string }): Fault[] {
  const named = [
    ...nameFaults(input, 'settlement', change.from),
    ...nameFaults(input, 'settlement', change.to),
  ]
  if (named.length > 0) return named
  return settlementOf(input, change.from)!.id === settlementOf(input, change.to)!.id
    ? [lacks('另一个居民点', 'another settlement to go to')]
    : []
}

const peopleOf = (change: ChangeOf<'move-people'>, from: Settlement): number =>
  change.people ?? Math.round((change.share ?? 0) * movable(from, change.ages))

export const moveChange: ChangeRule<'move-people'> = {
  resolve: (change, input) => {
    const faults = endFaults(input, change)
    if ((change.people === undefined) === (change.share === undefined))
      faults.push(lacks('people 或 share（只写一个）', 'people or share, one of the two'))
    if (faults.length > 0) return faults
    const from = settlementOf(input, change.from)!
    const have = movable(from, change.ages)
    const want = peopleOf(change, from)
    if (want > have)
      return [{ code: 'change-too-many-people', facts: { from: from.id, want, have } }]
    const moved = movePeople(from, settlementOf(input, change.to)!, want, change.ages)
    return moved.estimated ? [{ code: 'people-estimated-by-age', facts: { place: from.id } }] : []
  },
  apply: (change, input) => {
    const from = settlementOf(input, change.from)!
    const to = settlementOf(input, change.to)!
    return afterMove(input, from, to, peopleOf(change, from), change.ages)
  },
  marks: ({ from, to }, input) => [directionOf(input, from, to)],
}

/** There and back again contradict each other; twice the same way is twice as many. */
function directionOf(input: CountyInput, from: string, to: string) {
  const [a, b] = [idOf(input, 'settlement', from), idOf(input, 'settlement', to)]
  return { key: `people of ${[a, b].sort().join(' and ')}`, side: `${a} → ${b}` }
}

export const resettle: ChangeRule<'resettle'> = {
  resolve: (change, input) => endFaults(input, change),
  apply: (change, input, { year }) =>
    [...change.years]
      .filter((step) => year === undefined || step.year <= year)
      .sort((a, b) => a.year - b.year)
      .reduce((now, step) => {
        const from = settlementOf(now, change.from)!
        const people = Math.round(step.share * movable(from))
        return afterMove(now, from, settlementOf(now, change.to)!, people)
      }, input),
  marks: ({ from, to }, input) => [directionOf(input, from, to)],
}

/** Codes end with their successor; what lay in them lies in the other. */
export const mergeDivisions: ChangeRule<'merge-divisions'> = {
  resolve: ({ from, into }, input) => [
    ...[...from, into].flatMap((code) => nameFaults(input, 'division', code)),
    ...(from.includes(into) ? [lacks('另一个区划', 'another division to merge into')] : []),
  ],
  apply: ({ from, into, date }, input) => {
    const ended = new Set<string>(from)
    const at = (code: string) => (ended.has(code) ? into : code)
    const { divisions, settlements, facilities } = input.county
    return withCounty(input, {
      divisions: divisions.map((d) => {
        const parent = d.parent === null ? null : at(d.parent)
        return ended.has(d.code)
          ? { ...d, validUntil: date, successors: [...new Set([...d.successors, into])] }
          : { ...d, parent }
      }),
      settlements: settlements.map((s) => ({ ...s, division: at(s.division) })),
      facilities: facilities.map((f) => ({ ...f, division: at(f.division) })),
    })
  },
  marks: ({ from, into }) =>
    from.map((code) => ({ key: `division ${code}`, side: into, exact: '' })),
}
