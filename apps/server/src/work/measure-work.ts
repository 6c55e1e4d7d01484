import { countyCoverage, coverageByService } from '@kuashan/core/access/coverage.ts'
import { divisionAtIn, townshipIn } from '@kuashan/core/access/division-at.ts'
import { gapList } from '@kuashan/core/access/gap-list.ts'
import { measure } from '@kuashan/core/access/measure.ts'
import type { Measurement } from '@kuashan/core/access/measurement.ts'
import { offeredServices } from '@kuashan/core/access/offered-services.ts'
import { remoteSettlements } from '@kuashan/core/access/remote-settlements.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { callerOfJob } from '@kuashan/store/jobs/jobs.ts'
import type { Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { saveMeasurement } from '@kuashan/store/queries/measurements.ts'
import { z } from 'zod'
import { countyUnder } from '../county/county-under.ts'
import { travelOf } from '../county/travel-shelf.ts'
import type { WorkPlace } from '../threads/work-place.ts'

/** A measurement as it is kept: figures for the pages, and every cell. */
export const measurementDocument = ({ county, catalogue }: CountyInput, travel: YearTravel) => {
  const { asOf } = county.settings
  const supply = supplyToday(county, catalogue)
  const measured: Measurement = measure({ county, catalogue, travel: travel.base, supply, asOf })
  const remote = remoteSettlements(county, travel.base.resident)
  const at = divisionAtIn(county.settlements, county.divisions, asOf)
  const { cells, findings, season } = measured
  const ids = catalogue.services.map(({ id }) => id)
  return {
    asOf,
    season,
    coverage: {
      ...countyCoverage(cells, at, remote),
      services: coverageByService(cells),
    },
    offered: offeredServices(ids, county.settlements, supply, townshipIn(county, asOf)),
    remote: [...remote].sort(),
    gaps: gapList(cells, county.settlements),
    findings,
    cells,
  }
}
export type MeasurementDocument = ReturnType<typeof measurementDocument>

const MeasureAsked = z.object({ scenario: z.string().optional() })

/** Measures today’s access of the county in force, or under a scenario. */
export const measureWork =
  (store: Store, place: WorkPlace): Work =>
  async (job, { county, progress }) => {
    const caller = callerOfJob(county, job)
    const { scenario } = MeasureAsked.parse(job.input)
    const { input, revision } = await store.as(caller, (access) =>
      countyUnder(place.shelf, access, scenario),
    )
    await progress({ share: 0.1, detail: 'travel' })
    const { travel } = await travelOf(place.travel, input, place.workers)
    await progress({ share: 0.7, detail: 'measure' })
    const document = measurementDocument(input, travel)
    const made = { revision, scenario, asOf: document.asOf, document: JSON.stringify(document) }
    return { save: (access) => saveMeasurement(access, made) }
  }
