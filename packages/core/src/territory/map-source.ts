import { z } from 'zod'

/** No quotes, separators or spaces: the origin stands in a policy of the browser’s. */
const address = /^https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?\/[A-Za-z0-9._~/{}?&=%@:+-]*$/

const shown = {
  /** 审图号: the number under which the map was approved for publication; printed on the map and in reports. */
  approval: z.string().trim().min(3).max(60),
  /** Whose map it is; printed beside the number. */
  maker: z.string().trim().max(80),
  minZoom: z.number().int().min(0).max(22),
  maxZoom: z.number().int().min(0).max(22),
}

/**
 * Picture tiles under the county’s own places and roads: Web Mercator, in WGS-84 or CGCS2000 (tiles in GCJ-02 lie some hundred
 * metres off). From another server by an address with `{z}`, `{x}` and `{y}`, or from an MBTiles or PMTiles file in the folder `maps` of the data.
 */
export const MapSource = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('address'),
      address: z
        .string()
        .max(500)
        .regex(address)
        .refine((text) => ['{z}', '{x}', '{y}'].every((part) => text.includes(part))),
      ...shown,
    }),
    z.strictObject({
      kind: z.literal('file'),
      file: z.string().regex(/^[\w-]{1,80}\.(mbtiles|pmtiles)$/),
      ...shown,
    }),
  ])
  .refine(({ minZoom, maxZoom }) => minZoom <= maxZoom, { path: ['maxZoom'] })
  .meta({ id: 'MapSource' })
export type MapSource = z.infer<typeof MapSource>

/** The one foreign origin that a browser needs for the map; null where the server itself has the tiles. */
export const originOf = (source: MapSource): string | null =>
  source.kind === 'file' ? null : (/^https?:\/\/[^/]+/.exec(source.address)?.[0] ?? null)
