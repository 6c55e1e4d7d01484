import { standard } from '@kuashan/core/access/line-county.fixture.ts'
import { AdoptedStandard } from '@kuashan/core/catalogue/standard.ts'
import { demoCounty } from '@kuashan/core/demo/demo-county.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { countyTravel } from '@kuashan/engine/travel/county-travel.ts'
import { describe, expect, it } from 'vitest'
import { planned } from './planning.fixture.ts'

const demo = demoCounty({ size: 'county', seed: 1 })
const [own, neighbour] = ['HOS1-331199', 'HOS1-331198']
/** The demo county's village centres, and the centres on either side of the mountains as health centres. */
const input: CountyInput = {
  ...demo,
  county: {
    ...demo.county,
    settlements: demo.county.settlements.filter((s) => s.isCentre),
    facilities: demo.county.facilities
      .filter((f) => f.id === own || f.id === neighbour)
      .map((f) => ({ ...f, kind: 'townshipHealthCentre' as const })),
    vehicles: [],
    staff: [],
    standards: [AdoptedStandard.parse(standard('MED-01', 'maxTravelMin', 600))],
    baseline: { rotas: [], timetable: [], spending: [] },
  },
}

/** Ways within some 500 m of the neighbour's centre, which stands at the gate: the pass. */
function waysOverThePass(): string[] {
  const { ways, lng, lat } = input.roads!
  const [x, y] = input.county.facilities.find((f) => f.id === neighbour)!.at!
  return ways
    .filter((w) => [...w.points].some((p) => Math.hypot(lng[p]! - x, lat[p]! - y) < 0.005))
    .map((w) => w.id)
}

async function assigned(closed: readonly string[]) {
  const { travel: base } = await countyTravel(input, { workers: 1, vehicle: false, closed })
  const { county, catalogue } = input
  const plan = await planned({ county, catalogue, travel: { base, seasons: [] } }, 1)
  const lines = new Map(plan.assignments.map((a) => [a.settlement, a]))
  const seconds = (settlement: string, facility: string) =>
    base.resident.p50[
      base.resident.from.indexOf(settlement) * base.resident.to.length +
        base.resident.to.indexOf(facility)
    ]!
  return { lines, seconds }
}

describe('service areas by road, not by border (A12)', async () => {
  const open = await assigned([])
  const over = [...open.lines.values()].filter((a) => a.place === neighbour)

  it('a village nearer by road to the neighbour’s centre is assigned there (A12)', () => {
    expect(open.lines.size).toBe(input.county.settlements.length)
    expect(over.length).toBeGreaterThan(0)
    expect(over.length).toBeLessThan(open.lines.size)
    for (const [settlement, line] of open.lines) {
      const [there, here] = [open.seconds(settlement, neighbour), open.seconds(settlement, own)]
      expect(line.place).toBe(there >= 0 && there < here ? neighbour : own)
    }
  })

  it('and to its own when the pass is closed (A12)', async () => {
    const closed = await assigned(waysOverThePass())
    const changed = over.filter((a) => closed.lines.get(a.settlement)?.place === own)
    expect(changed.length).toBeGreaterThan(0)
    for (const { settlement } of changed)
      expect(closed.seconds(settlement, neighbour)).not.toBe(open.seconds(settlement, neighbour))
  })
})
