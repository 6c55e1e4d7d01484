import { Facility } from '@kuashan/core/resources/facility.ts'
import { StaffMember } from '@kuashan/core/resources/staff.ts'
import { Vehicle } from '@kuashan/core/resources/vehicle.ts'
import { Division } from '@kuashan/core/territory/division.ts'
import { Settlement } from '@kuashan/core/territory/settlement.ts'
import { BusLine } from '@kuashan/core/travel/bus-line.ts'
import { z } from 'zod'
import { inCounty, planning } from './access.ts'
import { json, route } from './route.ts'

/** Places and buildings of a county, as they stand after corrections. Settlements whose coordinates are unknown are listed too. */
export const Territory = z
  .object({
    divisions: z.array(Division),
    settlements: z.array(Settlement),
    facilities: z.array(Facility),
  })
  .meta({ id: 'Territory' })
export type Territory = z.infer<typeof Territory>

/** What a township or village is called. */
export const DivisionName = Division.pick({
  code: true,
  level: true,
  name: true,
  nameEn: true,
}).meta({ id: 'DivisionName' })
export type DivisionName = z.infer<typeof DivisionName>

export const Resources = z
  .object({
    vehicles: z.array(Vehicle),
    staff: z.array(StaffMember.omit({ birthYear: true })),
    buses: z.array(BusLine),
  })
  .meta({ id: 'Resources' })
export type Resources = z.infer<typeof Resources>

const one = z.strictObject(inCounty)

export const territoryRoutes = {
  places: route({
    id: 'territory.places',
    method: 'GET',
    path: '/api/counties/{county}/places',
    what: { zh: '区划、居民点和设施', en: 'Divisions, settlements and facilities' },
    params: one,
    answer: json(Territory),
    access: planning,
    versioned: true,
  }),
  divisions: route({
    id: 'territory.divisions',
    method: 'GET',
    path: '/api/counties/{county}/divisions',
    what: {
      zh: '全县乡镇和村的名称：看得到代码的人都看得到它叫什么',
      en: 'Names of all townships and villages of the county, for everybody who works in it',
    },
    params: one,
    answer: json(z.array(DivisionName)),
    access: { open: 'signed-in' },
  }),
  roads: route({
    id: 'territory.roads',
    method: 'GET',
    path: '/api/counties/{county}/roads.geojson',
    what: { zh: '道路（GeoJSON）', en: 'Roads as GeoJSON' },
    params: one,
    answer: { as: 'file', type: 'application/geo+json' },
    access: planning,
    versioned: true,
  }),
  resources: route({
    id: 'territory.resources',
    method: 'GET',
    path: '/api/counties/{county}/resources',
    what: { zh: '车辆、人员和班车', en: 'Vehicles, staff and bus lines' },
    params: one,
    answer: json(Resources),
    access: planning,
  }),
} as const
