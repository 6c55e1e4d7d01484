import type { ChangeOf } from '../change.ts'
import type { CountyInput } from '../county.ts'
import type { ChangeRule } from './change-rule.ts'
import { dateFaults, fundFaults, idOf, nameFaults, takenFaults, withCounty } from './named-row.ts'

export const addVehicle: ChangeRule<'add-vehicle'> = {
  resolve: ({ vehicle, capital }, input) => [
    ...takenFaults(input, 'vehicle', vehicle.id),
    ...nameFaults(input, 'facility', vehicle.depot),
    ...fundFaults(input, vehicle.fund),
    ...fundFaults(input, capital?.fund),
  ],
  apply: ({ vehicle }, input) => {
    const depot = idOf(input, 'facility', vehicle.depot)
    return withCounty(input, { vehicles: [...input.county.vehicles, { ...vehicle, depot }] })
  },
  marks: ({ vehicle }) => [{ key: `vehicle ${vehicle.id}`, side: 'there', exact: '' }],
}

const copyIds = (change: ChangeOf<'add-vehicles-like'>, input: CountyInput): string[] => {
  const like = idOf(input, 'vehicle', change.likeOf)
  const taken = new Set(input.county.vehicles.map((v) => v.id))
  const ids: string[] = []
  for (let k = 1; ids.length < change.count; k++)
    if (!taken.has(`${like}+${k}`)) ids.push(`${like}+${k}`)
  return ids
}

export const addVehiclesLike: ChangeRule<'add-vehicles-like'> = {
  resolve: ({ likeOf, depot, capital }, input) => [
    ...nameFaults(input, 'vehicle', likeOf),
    ...(depot === undefined ? [] : nameFaults(input, 'facility', depot)),
    ...fundFaults(input, capital?.fund),
  ],
  apply: (change, input) => {
    const like = idOf(input, 'vehicle', change.likeOf)
    const model = input.county.vehicles.find((v) => v.id === like)!
    const depot = change.depot === undefined ? model.depot : idOf(input, 'facility', change.depot)
    const copies = copyIds(change, input).map((id) => ({
      ...model,
      id,
      depot,
      name: `${model.name} ${id.slice(like.length)}`,
      provenance: { method: 'entered' as const, note: `like ${like}` },
    }))
    return withCounty(input, { vehicles: [...input.county.vehicles, ...copies] })
  },
  marks: (change, input) => [
    { key: `vehicle ${idOf(input, 'vehicle', change.likeOf)}`, side: 'there' },
  ],
}

/** With the vehicle go its lines of today's timetable and rotas. */
export const removeVehicle: ChangeRule<'remove-vehicle'> = {
  resolve: ({ vehicle }, input) => nameFaults(input, 'vehicle', vehicle),
  apply: (change, input) => {
    const id = idOf(input, 'vehicle', change.vehicle)
    const { vehicles, baseline } = input.county
    return withCounty(input, {
      vehicles: vehicles.filter((v) => v.id !== id),
      baseline: {
        ...baseline,
        timetable: baseline.timetable.filter((line) => line.vehicle !== id),
        rotas: baseline.rotas.filter((rota) => rota.place !== id),
      },
    })
  },
  marks: ({ vehicle }, input) => [
    { key: `vehicle ${idOf(input, 'vehicle', vehicle)}`, side: 'gone', exact: '' },
  ],
}

export const vehicleDown: ChangeRule<'vehicle-down'> = {
  resolve: ({ vehicle, from, to }, input) => [
    ...nameFaults(input, 'vehicle', vehicle),
    ...dateFaults(input, from, to),
  ],
  apply: (change, input) => {
    const id = idOf(input, 'vehicle', change.vehicle)
    const down = { from: change.from, to: change.to }
    return withCounty(input, {
      vehicles: input.county.vehicles.map((v) =>
        v.id === id ? { ...v, down: [...(v.down ?? []), down] } : v,
      ),
    })
  },
  marks: ({ vehicle, from, to }, input) => [
    { key: `vehicle ${idOf(input, 'vehicle', vehicle)}`, side: 'there', exact: `${from}–${to}` },
  ],
}

export const setVehicle: ChangeRule<'set-vehicle'> = {
  resolve: ({ vehicle }, input) => nameFaults(input, 'vehicle', vehicle),
  apply: (change, input) => {
    const id = idOf(input, 'vehicle', change.vehicle)
    const { shiftSeconds, driveLimitSeconds, inspectionUntil } = change
    return withCounty(input, {
      vehicles: input.county.vehicles.map((v) => {
        if (v.id !== id) return v
        const { inspectionUntil: until, ...rest } = v
        const day = inspectionUntil === undefined ? until : (inspectionUntil ?? undefined)
        return {
          ...rest,
          ...(shiftSeconds === undefined ? {} : { shiftSeconds }),
          ...(driveLimitSeconds === undefined ? {} : { driveLimitSeconds }),
          ...(day === undefined ? {} : { inspectionUntil: day }),
        }
      }),
    })
  },
  marks: (change, input) => {
    const id = idOf(input, 'vehicle', change.vehicle)
    const parts = ['shiftSeconds', 'driveLimitSeconds', 'inspectionUntil'] as const
    return [
      { key: `vehicle ${id}`, side: 'there' },
      ...parts.flatMap((part) =>
        change[part] === undefined
          ? []
          : [{ key: `${part} of ${id}`, side: String(change[part]), exact: '' }],
      ),
    ]
  },
}
