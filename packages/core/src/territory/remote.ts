import { byText } from '../kernel/order.ts'
import type { RemoteDefinition } from './remote-definition.ts'

/** What is known of a village for the definition; null where it is not. Minutes are medians of the base season. */
export interface RemoteFacts {
  /** Division code of the administrative village, or settlement id. */
  code: string
  elevationM: number | null
  minutesToTownship: number | null
  minutesToCountySeat: number | null
  peoplePerKm2: number | null
  /** Best class of road that reaches it. */
  roadClass: string | null
}

/** One test of the definition with both sides, so that a report can show why. `holds` is null where the fact is not known. */
export interface RemoteTest {
  test: 'elevation' | 'township' | 'countySeat' | 'density' | 'roadClass'
  value: number | string | null
  limit: number | string
  holds: boolean | null
}

export interface RemoteVillage {
  code: string
  remote: boolean
  tests: RemoteTest[]
}

function testsOf(definition: RemoteDefinition, facts: RemoteFacts): RemoteTest[] {
  const tests: RemoteTest[] = []
  const compare = (
    test: RemoteTest['test'],
    value: number | null,
    limit: number | undefined,
    holds: (value: number, limit: number) => boolean,
  ): void => {
    if (limit !== undefined)
      tests.push({ test, value, limit, holds: value === null ? null : holds(value, limit) })
  }
  const atLeast = (value: number, limit: number) => value >= limit
  compare('elevation', facts.elevationM, definition.minElevationM, atLeast)
  compare('township', facts.minutesToTownship, definition.minMinutesToTownship, atLeast)
  compare('countySeat', facts.minutesToCountySeat, definition.minMinutesToCountySeat, atLeast)
  compare('density', facts.peoplePerKm2, definition.maxPeoplePerKm2, (v, limit) => v <= limit)
  const { roadClasses } = definition
  if (roadClasses !== undefined)
    tests.push({
      test: 'roadClass',
      value: facts.roadClass,
      limit: roadClasses.join(' '),
      holds: facts.roadClass === null ? null : roadClasses.includes(facts.roadClass),
    })
  return tests
}

/**
 * Which villages are remote (偏远) by a county's stated definition: at least `atLeast` of its tests hold, thresholds
 * inclusive. A test whose fact is not known does not hold, and says so by null. Ordered by code.
 */
export const classifyRemote = (
  definition: RemoteDefinition,
  villages: readonly RemoteFacts[],
): RemoteVillage[] =>
  villages
    .map((facts) => {
      const tests = testsOf(definition, facts)
      const held = tests.filter((t) => t.holds === true).length
      return { code: facts.code, remote: held >= definition.atLeast, tests }
    })
    .sort(byText((x) => x.code))

/** Share of villages that are remote, 0 to 1; 0 where there is no village. */
export const remoteShare = (villages: readonly RemoteVillage[]): number =>
  villages.length === 0 ? 0 : villages.filter((v) => v.remote).length / villages.length
