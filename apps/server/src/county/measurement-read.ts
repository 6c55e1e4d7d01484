import type { Access } from '@kuashan/store/database/with-caller.ts'
import { type Measurement, readMeasurement } from '@kuashan/store/queries/measurements.ts'
import type { MeasurementDocument } from '../work/measure-work.ts'
import { documentsRead } from './documents-read.ts'

const documents = documentsRead<MeasurementDocument>(6)

/** The document of a measurement that the caller was shown, read once: it has every cell of the county. */
export const measurementRead = (
  access: Access,
  { measurement, hash }: Pick<Measurement, 'measurement' | 'hash'>,
): Promise<MeasurementDocument> =>
  documents(hash, async () => {
    const { document } = await readMeasurement(access, measurement)
    return JSON.parse(document) as MeasurementDocument
  })
