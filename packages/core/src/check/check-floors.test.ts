import { describe, expect, test } from 'vitest'
import type { Metric } from '../catalogue/standard.ts'
import { startingCatalogue } from '../catalogue/starting-catalogue.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import { checkPlan } from './check-plan.ts'
import { type SmallCase, smallCase } from './small-county.fixture.ts'

const catalogue = startingCatalogue()

/** The small case with one floor only, and what each settlement has where it misses it. */
function missed(
  service: string,
  metric: Metric,
  value: number,
  change: (c: SmallCase) => void = () => {},
): Record<string, number | null> {
  const c = smallCase(catalogue)
  c.county.standards = [{ ...c.county.standards[0]!, service, metric, value }]
  change(c)
  const { floorsMissed } = checkPlan(c).figures
  return Object.fromEntries(floorsMissed.map((m) => [m.settlement, m.have]))
}

const shut = (c: SmallCase) => {
  c.plan.tours = []
}
/** Leaves fixed sites out of reach, so that only the other ways count. */
const far = (c: SmallCase) => {
  c.county.settings.assumptions.fixedMaxMin = 1
}

describe('each metric, by hand', () => {
  test('minutes to a site are inclusive; a visit makes up for the way', () => {
    expect(missed('MED-01', 'maxTravelMin', 5)).toEqual({ Z: null })
    expect(missed('MED-01', 'maxTravelMin', 4)).toEqual({ A: 5, Z: null })
    expect(missed('MED-01', 'maxTravelMin', 70, shut)).toEqual({ C: 76.7, Z: null })
    expect(missed('MED-01', 'maxTravelMinGrade1to3', 66, shut)).toEqual({
      B: 66.7,
      C: 76.7,
      Z: null,
    })
  })

  test('minutes on foot: to the site, or to the stop', () => {
    expect(missed('MED-01', 'maxWalkMin', 15)).toEqual({ Z: null })
    expect(missed('MED-01', 'maxWalkMin', 14)).toEqual({ A: 15, Z: null })
    expect(missed('MED-01', 'maxWalkMin', 10)).toEqual({ A: 15, Z: null })
    expect(missed('MED-01', 'maxWalkMin', 9)).toEqual({ A: 15, C: null, Z: null })
  })

  test('visits a year, scaled to the horizon and rounded down', () => {
    expect(missed('MED-01', 'minVisitsPerVillageYear', 39)).toEqual({ Z: 0 })
    expect(missed('MED-01', 'minVisitsPerVillageYear', 40)).toEqual({ B: 2, C: 2, Z: 0 })
    expect(missed('MED-01', 'minVisitsPerVillageYear', 39, far)).toEqual({ Z: 0, A: 0 })
  })

  test('two vans on one day are one chance', () => {
    const twice = (c: SmallCase) => {
      for (const t of c.plan.tours) t.date = '2026-03-04' as PlainDate
    }
    expect(missed('MED-01', 'minVisitsPerVillageYear', 27, twice)).toEqual({ B: 1, C: 1, Z: 0 })
  })

  test('calls at the door count as services, not as visits to the village', () => {
    const calls = (n: number | null) => (c: SmallCase) => {
      c.plan.assignments.find((a) => a.mode === 'doorstep')!.opportunities = n
    }
    expect(missed('MED-10', 'minServicesPerPersonYear', 27, calls(2))).toEqual({})
    expect(missed('MED-10', 'minServicesPerPersonYear', 27, calls(1))).toEqual({ B: 1 })
    expect(missed('MED-10', 'minServicesPerPersonYear', 300, calls(null))).toEqual({})
    expect(missed('MED-10', 'minVisitsPerVillageYear', 27, calls(9))).toEqual({ B: 0 })
  })

  test('a call from too far away is none', () => {
    const near = (c: SmallCase) => {
      c.county.settings.assumptions.doorstepMaxMin = 66
    }
    expect(missed('MED-10', 'minServicesPerPersonYear', 14, near)).toEqual({ B: 0 })
  })

  test('the longest gap runs round the end of the horizon', () => {
    const at = (a: string, b: string) => (c: SmallCase) => {
      for (const [k, date] of [a, b].entries()) c.plan.tours[k]!.date = date as PlainDate
    }
    expect(missed('MED-01', 'maxGapDays', 14)).toEqual({ Z: null })
    expect(missed('MED-01', 'maxGapDays', 14, at('2026-03-04', '2026-03-17'))).toEqual({
      B: 15,
      C: 15,
      Z: null,
    })
    expect(missed('MED-01', 'maxGapDays', 14, at('2026-03-04', '2026-03-19'))).toEqual({
      B: 15,
      C: 15,
      Z: null,
    })
  })

  test('facilities in the village, or a site or vehicle within reach', () => {
    expect(missed('ELD-06', 'minFacilityPerVillage', 1, far)).toEqual({ B: 0, C: 0, Z: 0 })
    expect(missed('ELD-06', 'minFacilityPerVillage', 2, far)).toEqual({ A: 1, B: 0, C: 0, Z: 0 })
    expect(missed('ELD-06', 'minFacilityPerVillage', 2)).toEqual({ B: 0, C: 0, Z: 0 })
    expect(missed('MED-01', 'minFacilityPerVillage', 1, far)).toEqual({ Z: 0 })
  })

  test('what is not a matter of place is not tested here', () => {
    expect(missed('MED-01', 'maxResponseDays', 1)).toEqual({})
    expect(missed('ADM-04', 'minVisitsPerVillageYear', 12)).toEqual({})
  })

  test('the floors of the day hold: one that ends before does not', () => {
    const ended = (c: SmallCase) => {
      c.county.standards[0]!.until = '2026-02-28' as PlainDate
    }
    expect(missed('MED-01', 'minVisitsPerVillageYear', 40, ended)).toEqual({})
  })
})
