import type { FacilityKind } from '../../catalogue/service.ts'
import { type Finding, finding } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import { metresBetween } from '../earth.ts'
import type { LngLat } from '../settlement.ts'
import type { OsmTags } from './osm-element.ts'

export interface OsmFacility {
  /** `n123`, `w123` or `r123`. */
  id: string
  /** The tag that named it: `hospital`, `clinic`, `doctors`… */
  tag: string
  /** Null where the catalogue has no such kind (a pharmacy). */
  kind: FacilityKind | null
  /** Empty where the map has none. */
  name: string
  nameEn?: string
  at: LngLat
}

/** `amenity=*` to the catalogue's kinds; null is known and has no counterpart. */
const kinds: Record<string, FacilityKind | null> = {
  hospital: 'countyHospital',
  clinic: 'townshipHealthCentre',
  doctors: 'villageClinic',
  school: 'primarySchool',
  kindergarten: 'kindergarten',
  childcare: 'nursery',
  college: 'vocationalSchool',
  nursing_home: 'nursingHome',
  social_facility: null,
  social_centre: 'elderHub',
  pharmacy: null,
  townhall: 'convenienceCentre',
  community_centre: 'cultureHall',
  library: 'cultureHall',
  post_office: 'postStation',
}

const socialKinds: Record<string, FacilityKind> = {
  nursing_home: 'nursingHome',
  group_home: 'nursingHome',
  assisted_living: 'nursingHome',
  day_care: 'dayCare',
  soup_kitchen: 'mealPoint',
}

const secondarySchool = (tags: OsmTags): boolean =>
  /[23]/.test(tags['isced:level'] ?? '') && !/[01]/.test(tags['isced:level'] ?? '')

function kindOf(tag: string, tags: OsmTags): FacilityKind | null {
  if (tag === 'social_facility') return socialKinds[tags.social_facility ?? ''] ?? null
  if (tag === 'school' && secondarySchool(tags)) return 'juniorSchool'
  return kinds[tag] ?? null
}

export const isOsmFacility = (tags: OsmTags): boolean => Object.hasOwn(kinds, tags.amenity ?? '')

/** The facility that tags describe, or null when they describe none. */
export function osmFacility(id: string, tags: OsmTags, at: LngLat): OsmFacility | null {
  const tag = tags.amenity
  if (tag === undefined || !isOsmFacility(tags)) return null
  const nameEn = tags['name:en']
  return {
    id,
    tag,
    kind: kindOf(tag, tags),
    name: tags.name ?? tags['name:zh'] ?? '',
    ...(nameEn === undefined ? {} : { nameEn }),
    at,
  }
}

/** Metres within which a point and an outline of one name are taken for one facility. */
const SAME_PLACE_METRES = 100

const rank = (facility: OsmFacility): string =>
  `${'rwn'.indexOf(facility.id[0]!)}-${facility.id.slice(1).padStart(15, '0')}`

/**
 * Drops the second drawing of a facility mapped both as a point and as an outline: same tag, within 100 m, and the
 * same name, or an outline without one around a point. The outline stays and takes a missing name from the point.
 * Every merge is a finding, as is every facility without a name and every kind the catalogue lacks.
 */
export function mergeFacilities(
  facilities: readonly OsmFacility[],
  file: string,
): { facilities: OsmFacility[]; findings: Finding[] } {
  const sorted = facilities.toSorted(byText(rank))
  const kept: OsmFacility[] = []
  const findings: Finding[] = []
  for (const one of sorted) {
    const twin = kept.findIndex(
      (other) =>
        other.tag === one.tag &&
        other.id[0] !== one.id[0] &&
        (other.name === one.name || other.name === '' || one.name === '') &&
        metresBetween(other.at, one.at) <= SAME_PLACE_METRES,
    )
    if (twin < 0) {
      kept.push(one)
      continue
    }
    const other = kept[twin]!
    kept[twin] = { ...other, name: other.name || one.name }
    findings.push(
      finding(
        'facility-merged',
        { file, path: one.id },
        { name: kept[twin].name || one.tag, kept: other.id, dropped: one.id },
      ),
    )
  }
  return { facilities: kept, findings: [...findings, ...describe(kept, file)] }
}

function describe(facilities: readonly OsmFacility[], file: string): Finding[] {
  const unnamed = facilities
    .filter((f) => f.name === '' && f.kind !== null)
    .map((f) => finding('facility-unnamed', { file, path: f.id }, { id: f.id, kind: f.tag }))
  const unmapped = Map.groupBy(
    facilities.filter((f) => f.kind === null),
    (f) => f.tag,
  )
  const kindless = [...unmapped]
    .toSorted(byText(([key]) => key))
    .map(([tag, some]) =>
      finding('facility-kind-unmapped', { file }, { kind: tag, count: some.length }),
    )
  return [...unnamed, ...kindless]
}
