import { z } from 'zod'
import { tableNames } from './column.ts'

/** How a foreign table is read: one entry of `mapping.yaml`, or a ready-made one in `examples/mappings`. */
export const TableMapping = z.strictObject({
  /** File name in the folder; without it the usual name. */
  file: z.string().optional(),
  sheet: z.string().optional(),
  /** What the source is called when places are merged. */
  source: z.string().optional(),
  /** Our column → its heading there. */
  columns: z.record(z.string(), z.string()).default({}),
  /** Our column → one text for every row. */
  constants: z.record(z.string(), z.string()).default({}),
  /** Our column → the table's text → ours, or `skip` to leave such rows out. */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Headings that are known and not wanted; `*` for all that stand for nothing here. */
  ignore: z.array(z.string()).default([]),
  /** Where it differs from the county's. */
  coordinates: z.enum(['WGS-84', 'CGCS2000', 'GCJ-02', 'BD-09']).optional(),
  /** Places outside are named. Degrees. */
  bounds: z
    .strictObject({
      west: z.number(),
      south: z.number(),
      east: z.number(),
      north: z.number(),
    })
    .optional(),
})
export type TableMapping = z.infer<typeof TableMapping>

/** `mapping.yaml`: one or several source files for each table. */
export const Mapping = z.strictObject({
  tables: z.partialRecord(
    z.enum(tableNames),
    z.union([TableMapping, z.array(TableMapping).min(1)]),
  ),
})
export type Mapping = z.infer<typeof Mapping>
