import type { FloorNeed } from './floor-needs.ts'

/** Cells that the same dates decide in the same way. */
interface Group {
  sources: readonly number[]
  minDates: number
  maxGapDays: number
  basic: number
  other: number
  missed: boolean
  /** How far off a person is: 1 for a floor of which nothing is given, added over both floors. */
  depth: number
}

/** Counts people who miss a floor while visits come and go. One day more never makes it worse. */
export interface FloorBook {
  /** A visit with these services at a settlement on a day, put down (+1) or taken away (−1). */
  count(settlement: string, services: readonly string[], day: number, by: 1 | -1): void
  /** People × services of basic services, and of others, who miss a floor. */
  readonly basic: number
  readonly other: number
  /** People × how far they are off their floors. */
  readonly depth: number
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
  const totals = { basic: 0, other: 0, depth: 0 }
  for (const group of groups) {
    totals.basic += group.basic
    totals.other += group.other
    totals.depth += (group.basic + group.other) * group.depth
  }
  const depthOf = ({ sources, minDates, maxGapDays }: Group): number => {
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
    if (dates === 0) return nothing(maxGapDays)
    const round = Math.max(gap, dayNumbers[first]! + horizonDays - dayNumbers[last]!)
    const few = Math.max(0, minDates - dates) / minDates
    return few + (round > maxGapDays ? Math.min(1, (round - maxGapDays) / maxGapDays) : 0)
  }
  const renew = (g: number): void => {
    const group = groups[g]!
    const depth = depthOf(group)
    if (depth === group.depth) return
    totals.depth += (group.basic + group.other) * (depth - group.depth)
    group.depth = depth
    const missed = depth > 0
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
    get depth() {
      return totals.depth
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
      depth: nothing(maxGapDays),
    }
    if (service.basic) group.basic += cell.people
    else group.other += cell.people
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Off by the whole of the count, and by the whole of the gap where there is one. */
const nothing = (maxGapDays: number): number => (Number.isFinite(maxGapDays) ? 2 : 1)
