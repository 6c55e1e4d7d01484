import type { Conversion, Facility } from '../../resources/facility.ts'
import type { ChangeOf } from '../change.ts'
import type { CountyInput } from '../county.ts'
import type { ChangeRule } from './change-rule.ts'
import { fundFaults, idOf, lacks, nameFaults, takenFaults, withCounty } from './named-row.ts'
import { siteInRedLine } from './red-lines.ts'

const withFacility = (input: CountyInput, id: string, change: (f: Facility) => Facility) =>
  withCounty(input, {
    facilities: input.county.facilities.map((f) => (f.id === id ? change(f) : f)),
  })

export const addSite: ChangeRule<'add-site'> = {
  resolve: ({ facility, capital }, input) => [
    ...takenFaults(input, 'facility', facility.id),
    ...(facility.at === null ? [lacks('坐标 at', 'coordinates (at)')] : []),
    ...fundFaults(input, capital?.fund),
    ...siteInRedLine(input, facility),
  ],
  apply: ({ facility }, input) =>
    withCounty(input, { facilities: [...input.county.facilities, facility] }),
  marks: ({ facility }) => [{ key: `facility ${facility.id}`, side: 'there', exact: '' }],
}

function siteAt(change: ChangeOf<'add-site-at'>, input: CountyInput): Facility {
  const home = input.county.settlements.find(
    (s) => s.id === idOf(input, 'settlement', change.settlement),
  )
  return {
    id: change.id,
    name: home?.name ?? change.id,
    ...(home?.nameEn === undefined ? {} : { nameEn: home.nameEn }),
    kind: change.kind,
    state: 'open',
    division: home?.division ?? '',
    at: home?.at ?? null,
    services: [],
    capacityYear: {},
    opening: [],
    yearCostFen: change.yearCostFen ?? 0,
    staffHoursYear: change.staffHoursYear ?? 0,
    conversions: [],
    unfit: [],
    provenance: { method: 'entered', ...(change.reason ? { note: change.reason } : {}) },
  }
}

export const addSiteAt: ChangeRule<'add-site-at'> = {
  resolve: (change, input) => {
    const named = nameFaults(input, 'settlement', change.settlement)
    const site = siteAt(change, input)
    return [
      ...takenFaults(input, 'facility', change.id),
      ...named,
      ...fundFaults(input, change.capital?.fund),
      ...(named.length === 0 && site.at === null
        ? [lacks('居民点的坐标', 'coordinates of the settlement')]
        : []),
      ...siteInRedLine(input, site),
    ]
  },
  apply: (change, input) =>
    withCounty(input, { facilities: [...input.county.facilities, siteAt(change, input)] }),
  marks: ({ id }) => [{ key: `facility ${id}`, side: 'there', exact: '' }],
}

export const closeSite: ChangeRule<'close-site'> = {
  resolve: ({ facility }, input) => {
    const named = nameFaults(input, 'facility', facility)
    if (named.length > 0) return named
    const id = idOf(input, 'facility', facility)
    const { vehicles, staff } = input.county
    const standing = vehicles.filter((v) => v.depot === id).map((v) => v.id)
    const people = staff.filter((s) => s.employer === id).length
    return [
      ...(standing.length > 0
        ? [
            {
              code: 'change-leaves-depot' as const,
              facts: { facility: id, vehicles: standing.join(', ') },
            },
          ]
        : []),
      ...(people > 0
        ? [{ code: 'change-leaves-staff' as const, facts: { facility: id, people } }]
        : []),
    ]
  },
  apply: ({ facility }, input) =>
    withFacility(input, idOf(input, 'facility', facility), (f) => ({ ...f, state: 'closed' })),
  marks: ({ facility }, input) => [
    { key: `facility ${idOf(input, 'facility', facility)}`, side: 'gone', exact: '' },
  ],
}

/** The figures by which a building is converted: those of the change, else those registered with it. */
export function conversionOf(
  change: ChangeOf<'convert-site'>,
  input: CountyInput,
): Omit<Conversion, 'toKind'> | undefined {
  const id = idOf(input, 'facility', change.facility)
  const facility = input.county.facilities.find((f) => f.id === id)
  return change.figures ?? facility?.conversions.find((c) => c.toKind === change.toKind)
}

/** Services of a building once converted: an open one goes on with those of today where the conversion names its own. */
function servicesAfter(
  { state, kind, services }: Facility,
  conversion: Pick<Conversion, 'services'> | undefined,
  { catalogue }: CountyInput,
): string[] {
  const named = conversion?.services ?? []
  if (state !== 'open' || named.length === 0) return [...named]
  const ofKind = catalogue.services.filter(({ channels }) => channels.some((c) => c.kind === kind))
  const today = services.length > 0 ? services : ofKind.map(({ id }) => id)
  return [...new Set([...today, ...named])].sort()
}

export const convertSite: ChangeRule<'convert-site'> = {
  resolve: (change, input) => {
    const named = nameFaults(input, 'facility', change.facility)
    if (named.length > 0) return named
    const id = idOf(input, 'facility', change.facility)
    const facility = input.county.facilities.find((f) => f.id === id)!
    if (facility.kind === change.toKind && facility.state === 'open') return []
    const faults = siteInRedLine(input, facility)
    if (conversionOf(change, input) !== undefined) return faults
    const kinds = facility.conversions.map((c) => c.toKind).join(', ') || '—'
    const facts = { facility: id, toKind: change.toKind, kinds }
    return [...faults, { code: 'change-conversion-unknown', facts }]
  },
  apply: (change, input) => {
    const figures = conversionOf(change, input)
    return withFacility(input, idOf(input, 'facility', change.facility), (f) => ({
      ...f,
      kind: change.toKind,
      state: 'open',
      services: servicesAfter(f, figures, input),
      capacityYear: { ...f.capacityYear, ...figures?.capacityYear },
      yearCostFen: figures?.yearCostFen ?? f.yearCostFen,
      staffHoursYear: figures?.staffHoursYear ?? f.staffHoursYear,
      conversions: f.conversions.filter((c) => c.toKind !== change.toKind),
    }))
  },
  marks: (change, input) => {
    const id = idOf(input, 'facility', change.facility)
    return [
      { key: `facility ${id}`, side: 'there' },
      { key: `kind of ${id}`, side: change.toKind, exact: '' },
    ]
  },
}
