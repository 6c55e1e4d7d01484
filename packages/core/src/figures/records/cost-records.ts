import { unitCostFigures } from '../../access/cost-figures.ts'
import type { CountyGround } from '../../access/county-ground.ts'
import { sharingFigures } from '../../access/sharing-figures.ts'
import type { FigureRecord } from '../figure.ts'
import { placeKeysIn } from '../place-keys.ts'

/** What a person-time costs at each stop, and at each site of the seat that gives the same service (A02). */
export function costedPlaceRecords(ground: CountyGround): FigureRecord[] {
  const keysOf = placeKeysIn(ground.county, ground.remote)
  return unitCostFigures(ground).flatMap(({ kind, places }) =>
    places.map(({ place, where, personTimes, spent }) => ({
      id: `${kind} ${place}`,
      on: null,
      place,
      keys: { ...keysOf(place), remoteness: where, vehicleKind: kind },
      quantities: {
        personTimes,
        spentFen: spent.total,
        travelFen: spent.travel,
        idleFen: spent.idle,
      },
    })),
  )
}

/** What each village would get of the staff and visits there are, by who lives there and by who is registered (A13). */
export function sharingRecords(ground: CountyGround): FigureRecord[] {
  const keysOf = placeKeysIn(ground.county, ground.remote)
  const settlements = new Map(ground.county.settlements.map((s) => [s.division || s.id, s.id]))
  return sharingFigures(ground).sharings.flatMap(({ what, villages }) =>
    villages.map(({ id, byPermanent, byRegistered }) => {
      const settlement = settlements.get(id) ?? id
      return {
        id: `${what} ${id}`,
        on: null,
        place: settlement,
        keys: keysOf(settlement),
        quantities:
          what === 'visits'
            ? { visitsByResidents: byPermanent, visitsByRegistration: byRegistered }
            : { staffByResidents: byPermanent, staffByRegistration: byRegistered },
      }
    }),
  )
}
