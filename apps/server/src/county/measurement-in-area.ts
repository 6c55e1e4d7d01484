import { countyCoverage, coverageByService } from '@kuashan/core/access/coverage.ts'
import { divisionAtIn } from '@kuashan/core/access/division-at.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { settlementsIn } from '@kuashan/core/plan/part-of-county.ts'
import type { MeasurementDocument } from '../work/measure-work.ts'

/** A measurement cut to an area: its figures are counted anew from the cells there. */
export function measurementInArea(
  document: MeasurementDocument,
  county: County,
  area: string,
): MeasurementDocument {
  if (area === '') return document
  const here = settlementsIn(county, area)
  const cells = document.cells.filter(({ settlement }) => here.has(settlement))
  const remote = document.remote.filter((id) => here.has(id))
  const at = divisionAtIn(county.settlements, county.divisions, document.asOf)
  return {
    ...document,
    coverage: {
      ...countyCoverage(cells, at, new Set(remote)),
      services: coverageByService(cells),
    },
    remote,
    gaps: document.gaps.filter(({ settlement }) => here.has(settlement)),
    // What a measurement finds is about the data of the whole county.
    findings: [],
    cells,
  }
}
