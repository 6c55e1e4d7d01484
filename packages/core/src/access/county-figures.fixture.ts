import type { PlainDate } from '../kernel/calendar.ts'
import { countyFigures } from './county-figures.ts'
import { type LinePlace, lineCatalogue, lineCounty, standard } from './line-county.fixture.ts'
import { measure } from './measure.ts'
import { supplyToday } from './supply-today.ts'

const places: LinePlace[] = [
  { id: 'a', x: 0, people: 100, division: '331199001001', registered: 400 },
  { id: 'b', x: 5, people: 300, division: '331199101201', registered: 300 },
  { id: 'z', x: 500, people: 50, division: '331199102201', registered: 50 },
]

/**
 * A county small enough for a pencil: a seat with a clinic and the hospital, a village 10 minutes away, and one 1,000
 * minutes away where a van stands 100 minutes on the 15th of the first `visits` months.
 */
export function pencilCounty(visits = 12, turned = false) {
  const { county, travel } = lineCounty(
    turned ? [...places].reverse() : places,
    [
      {
        id: 'clinic',
        x: 0,
        kind: 'villageClinic',
        division: '331199001001',
        capacityYear: { 'MED-01': 800 },
      },
      { id: 'hospital', x: 0, kind: 'countyHospital', division: '331199001001' },
    ],
    {
      standards: [
        standard('MED-01', 'maxTravelMin', 30),
        standard('MED-01', 'minVisitsPerVillageYear', 24),
      ],
      timetable: [
        {
          vehicle: 'van',
          settlement: 'z',
          minutes: 100,
          rule: {
            by: 'dates',
            dates: Array.from(
              { length: visits },
              (_, k) => `2026-${String(k + 1).padStart(2, '0')}-15`,
            ),
          },
        },
      ],
      settings: {
        remote: { version: 'far-1', minMinutesToCountySeat: 60 },
        prices: { fuelPerKmFen: 0, staffHourFen: 4500, residentHourFen: 2000, busPerKmFen: 0 },
      },
    },
  )
  const catalogue = lineCatalogue()
  const facilities = county.facilities.map((f) =>
    f.id === 'clinic' ? { ...f, staffHoursYear: 150 } : f,
  )
  const whole = { ...county, facilities: turned ? facilities.reverse() : facilities }
  const supply = supplyToday(whole, catalogue)
  const year = { base: travel, seasons: [] }
  const asOf = '2026-01-01' as PlainDate
  const measurement = measure({ county: whole, catalogue, travel, supply, asOf })
  return {
    county: whole,
    catalogue,
    measurement,
    figures: countyFigures({ county: whole, catalogue, travel: year, supply, measurement }),
  }
}
