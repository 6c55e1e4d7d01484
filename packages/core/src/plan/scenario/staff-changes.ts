import { byText } from '../../kernel/order.ts'
import type { StaffMember } from '../../resources/staff.ts'
import type { CountyInput } from '../county.ts'
import type { ChangeRule } from './change-rule.ts'
import { dateFaults, idOf, nameFaults, takenFaults, withCounty } from './named-row.ts'

const withMember = (
  input: CountyInput,
  text: string,
  change: (member: StaffMember) => StaffMember,
): CountyInput => {
  const id = idOf(input, 'staff', text)
  return withCounty(input, {
    staff: input.county.staff.map((member) => (member.id === id ? change(member) : member)),
  })
}

export const addStaff: ChangeRule<'add-staff'> = {
  resolve: ({ member }, input) => [
    ...takenFaults(input, 'staff', member.id),
    ...nameFaults(input, 'facility', member.employer),
  ],
  apply: ({ member }, input) =>
    withCounty(input, {
      staff: [
        ...input.county.staff,
        { ...member, employer: idOf(input, 'facility', member.employer) },
      ].sort(byText((s) => s.id)),
    }),
  marks: ({ member }) => [{ key: `staff ${member.id}`, side: 'there', exact: '' }],
}

export const staffAway: ChangeRule<'staff-away'> = {
  resolve: ({ staff, from, to }, input) => [
    ...nameFaults(input, 'staff', staff),
    ...dateFaults(input, from, to),
  ],
  apply: ({ staff, from, to }, input) =>
    withMember(input, staff, (s) => ({ ...s, away: [...(s.away ?? []), { from, to }] })),
  marks: ({ staff, from, to }, input) => [
    { key: `days of ${idOf(input, 'staff', staff)}`, side: 'away', exact: `${from}–${to}` },
  ],
}

/** The post goes along with its hours and the place of its licence; rotas elsewhere end. */
export const moveStaff: ChangeRule<'move-staff'> = {
  resolve: ({ staff, to }, input) => [
    ...nameFaults(input, 'staff', staff),
    ...nameFaults(input, 'facility', to),
  ],
  apply: (change, input) => {
    const [id, to] = [idOf(input, 'staff', change.staff), idOf(input, 'facility', change.to)]
    const { rotas } = input.county.baseline
    const moved = withMember(input, id, (s) => ({
      ...s,
      employer: to,
      ...(s.licencePlace === undefined ? {} : { licencePlace: to }),
    }))
    return withCounty(moved, {
      baseline: { ...input.county.baseline, rotas: rotas.filter((r) => r.staff !== id) },
    })
  },
  marks: ({ staff, to }, input) => [
    {
      key: `post of ${idOf(input, 'staff', staff)}`,
      side: idOf(input, 'facility', to),
      exact: '',
    },
  ],
}

export const retireStaff: ChangeRule<'retire-staff'> = {
  resolve: ({ staff }, input) => nameFaults(input, 'staff', staff),
  apply: ({ staff, on }, input) => withMember(input, staff, (s) => ({ ...s, retiresOn: on })),
  marks: ({ staff, on }, input) => [
    { key: `retirement of ${idOf(input, 'staff', staff)}`, side: on, exact: '' },
  ],
}
