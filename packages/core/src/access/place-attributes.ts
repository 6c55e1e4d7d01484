import type { PlaceAttributes } from '../catalogue/need.ts'
import type { FacilityKind } from '../catalogue/service.ts'
import type { County } from '../plan/county.ts'
import type { Settlement } from '../territory/settlement.ts'
import { cellsTowards, placesIn } from '../travel/read-table.ts'
import type { TravelTable } from '../travel/travel-table.ts'

/** What counts as a clinic, a shop and a school when an entitlement rule asks for the way there. */
const kindsAsked = {
  travelMinClinic: ['villageClinic', 'townshipHealthCentre', 'countyHospital'],
  travelMinShop: ['cooperativeShop'],
  travelMinSchool: ['primarySchool'],
} as const satisfies Record<string, readonly FacilityKind[]>

const clinics: readonly FacilityKind[] = ['villageClinic', 'townshipHealthCentre', 'countyHospital']

/**
 * What a settlement itself answers to entitlement rules, from the county as it is today: a plan must not
 * change who is entitled by what it builds. A way that does not exist is left out, so that rules
 * which ask for it name it as unknown.
 * @param remote ids of the settlements that are remote by the county's definition
 */
export function placeAttributesIn(
  county: County,
  resident: TravelTable,
  remote: ReadonlySet<string>,
): (settlement: Settlement) => PlaceAttributes {
  const open = county.facilities.filter((f) => f.state === 'open')
  const withClinic = new Set(open.filter((f) => clinics.includes(f.kind)).map((f) => f.division))
  const rows = placesIn(resident.from)
  const columnsOf = (kinds: readonly FacilityKind[]) => {
    const ids = new Set(open.filter((f) => kinds.includes(f.kind)).map((f) => f.id))
    return resident.to.flatMap((id, k) => (ids.has(id) ? [k] : []))
  }
  const asked = Object.entries(kindsAsked).map(([name, kinds]) => ({
    name,
    towards: cellsTowards(resident, columnsOf(kinds)),
  }))
  return (settlement) => {
    const attributes: Record<string, string | number | boolean> = {
      villageHasClinic: settlement.division !== '' && withClinic.has(settlement.division),
      villageRemote: remote.has(settlement.id),
    }
    const row = rows.get(settlement.id)
    for (const { name, towards } of asked) {
      const seconds = row === undefined ? null : nearest(resident, row, towards)
      if (seconds !== null) attributes[name] = seconds / 60
    }
    return attributes
  }
}

function nearest(
  { p50 }: TravelTable,
  row: number,
  towards: ReturnType<typeof cellsTowards>,
): number | null {
  let best: number | null = null
  towards(row, (_, cell) => {
    if (best === null || p50[cell]! < best) best = p50[cell]!
  })
  return best
}
