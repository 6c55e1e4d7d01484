import type { FloorNeed } from './floor-needs.ts'

/** Cells that the same dates decide in the same way. */
interface Group {
  sources: readonly number[]
  minDates: number
  maxGapDays: number
  basic: number
  other: number
  missed: boolean
}

/** Counts people who miss a floor while visits come and go. One day more never makes it worse. */
export interface FloorBook {
  /** A visit with these services at a settlement on a day, put down (+1) or taken away (−1). */
  count(settlement: string, services: readonly string[], day: number, by: 1 | -1): void
  /** People × services of basic services, and of others, who miss a floor. */
  readonly basic: number
  readonly other: number
}

/** `dayNumbers` are the calendar days of the working days; gaps are counted round the horizon's end. */
export function floorBook(
  needs: readonly FloorNeed[],
  dayNumbers: Int32Array,
  horizonDays: number,
): FloorBook {
  const days = dayNumbers.length
  const ids = new Map<string, number>()
  const counts: Uint8Array[] = []
  const groupsOf: number[][] = []
  const source = (settlement: string, service: string): number => {
    const key = `${settlement} ${service}`
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, counts.length)
    counts.push(new Uint8Array(days))
    groupsOf.push([])
    return counts.length - 1
  }
  const groups = gather(needs, source)
  groups.forEach((group, g) => {
    for (const s of group.sources) groupsOf[s]!.push(g)
  })
  const totals = { basic: 0, other: 0 }
  for (const group of groups) {
    totals.basic += group.basic
    totals.other += group.other
  }
  const misses = ({ sources, minDates, maxGapDays }: Group): boolean => {
    let dates = 0
    let first = -1
    let last = -1
    let gap = 0
    for (let day = 0; day < days; day++) {
      let here = false
      for (let k = 0; k < sources.length && !here; k++) here = counts[sources[k]!]![day]! > 0
      if (!here) continue
      dates++
      if (last >= 0) gap = Math.max(gap, dayNumbers[day]! - dayNumbers[last]!)
      else first = day
      last = day
    }
    if (dates < minDates) return true
    return Math.max(gap, dayNumbers[first]! + horizonDays - dayNumbers[last]!) > maxGapDays
  }
  const renew = (g: number): void => {
    const group = groups[g]!
    const missed = misses(group)
    if (missed === group.missed) return
    group.missed = missed
    totals.basic += missed ? group.basic : -group.basic
    totals.other += missed ? group.other : -group.other
  }
  return {
    count(settlement, services, day, by) {
      for (const service of services) {
        const s = source(settlement, service)
        const before = counts[s]![day]!
        counts[s]![day] = before + by
        if (before === 0 || before + by === 0) for (const g of groupsOf[s]!) renew(g)
      }
    },
    get basic() {
      return totals.basic
    },
    get other() {
      return totals.other
    },
  }
}

/** Groups start as missed: no visit is counted yet. */
function gather(
  needs: readonly FloorNeed[],
  source: (settlement: string, service: string) => number,
): Group[] {
  const groups = new Map<string, Group>()
  for (const { cell, stops, minDates, maxGapDays } of needs) {
    const { service } = cell.scoped
    const sources = stops.map((stop) => source(stop, service.id)).sort((a, b) => a - b)
    const key = `${sources.join()}|${minDates}|${maxGapDays}`
    const group = groups.get(key) ?? {
      sources,
      minDates,
      maxGapDays,
      basic: 0,
      other: 0,
      missed: true,
    }
    if (service.basic) group.basic += cell.people
    else group.other += cell.people
    groups.set(key, group)
  }
  return [...groups.values()]
}
