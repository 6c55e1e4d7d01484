import { describe, expect, test } from 'vitest'
import { pencilCounty } from './county-figures.fixture.ts'
import { coverageByService } from './coverage.ts'
import { townshipIn } from './division-at.ts'
import { figureNow } from './goal-figures.ts'
import { offeredServices } from './offered-services.ts'
import { supplyToday } from './supply-today.ts'

const { county, catalogue, measurement } = pencilCounty()
const measured = {
  coverage: coverageByService(measurement.cells),
  offered: offeredServices(
    ['MED-01', 'ELD-01'],
    county.settlements,
    supplyToday(county, catalogue),
    townshipIn(county),
  ),
}

describe('where an indicator stands', () => {
  test('offered: who has a clinic or a van in their own township, by hand (A118)', () => {
    // a (100) has the clinic, z (50) the van; b (300) is ten minutes from the clinic, in another township.
    expect(figureNow('offered.MED-01', measured)).toEqual({
      share: 150 / 450,
      services: [{ service: 'MED-01', records: 3, recordsMet: 2 }],
      people: 450,
      peopleMet: 150,
      records: 3,
      recordsMet: 2,
    })
    expect(figureNow('offered.ELD', measured)!.share).toBe(0)
    expect(figureNow('offered', measured)).toMatchObject({
      people: 900,
      peopleMet: 150,
      records: 6,
    })
  })

  test('coverage: the sum of its cells, each of a service it names (A118)', () => {
    const read = figureNow('coverage.MED', measured)!
    const cells = measurement.cells.filter(({ service }) =>
      read.services.some((one) => one.service === service),
    )
    expect(cells.length).toBeGreaterThan(0)
    expect(read.records).toBe(cells.length)
    expect(read.recordsMet).toBe(cells.filter(({ met }) => met).length)
    expect(read.people).toBe(cells.reduce((sum, { people }) => sum + people, 0))
    expect(figureNow('coverage.EMP', measured)).toBeNull()
  })
})
