import { MapSource } from '@kuashan/core/territory/map-source.ts'
import { z } from 'zod'
import { administering, inCounty } from './access.ts'
import { json, route } from './route.ts'

/** The map under a county’s places; null where the county draws from its own data alone. */
export const ChosenMap = z.object({ source: MapSource.nullable() }).meta({ id: 'ChosenMap' })
export type ChosenMap = z.infer<typeof ChosenMap>

const number = z.coerce.number().int().min(0)

const one = z.strictObject(inCounty)

export const mapSourceRoutes = {
  get: route({
    id: 'mapSource.get',
    method: 'GET',
    path: '/api/counties/{county}/map-source',
    what: { zh: '底图来源和审图号', en: 'The map underneath, and its approval number' },
    params: one,
    answer: json(ChosenMap),
    access: { open: 'signed-in' },
    versioned: true,
  }),
  set: route({
    id: 'mapSource.set',
    method: 'PUT',
    path: '/api/counties/{county}/map-source',
    what: { zh: '选择底图，或不用底图', en: 'Choose the map underneath, or none' },
    params: one,
    body: json(z.strictObject({ source: MapSource.nullable() })),
    answer: json(ChosenMap),
    access: administering,
    versioned: true,
  }),
  tile: route({
    id: 'mapSource.tile',
    method: 'GET',
    path: '/api/counties/{county}/map-source/tiles/{z}/{x}/{y}',
    what: { zh: '底图的一块', en: 'One tile of the map underneath' },
    params: z.strictObject({ ...inCounty, z: number.max(22), x: number, y: number }),
    answer: { as: 'file', type: 'image/png' },
    access: { open: 'signed-in' },
    perMinute: 6000,
  }),
} as const
