import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { travelOf } from '../../../check/routes/travel.ts'
import { random } from '../../../kernel/random.ts'
import { newJournal, openJournal, undo } from '../search/journal.ts'
import { packInstance } from '../search/packed-instance.ts'
import { randomInstance } from '../search/random-instance.fixture.ts'
import { recount } from '../search/recount.fixture.ts'
import { newPlaceTable, recreate } from '../search/recreate.ts'
import { costOf, emptyState, ROUTE, SHIFT } from '../search/search-state.ts'
import { snapshot } from '../search/snapshot.ts'
import { goDownhill, moves } from './local-search.ts'
import { forgetSums, type MoveRoom, newMoveRoom } from './move-room.ts'

const shapes = fc.record({
  customers: fc.integer({ min: 2, max: 25 }),
  days: fc.integer({ min: 1, max: 4 }),
  depots: fc.integer({ min: 1, max: 3 }),
  vehicles: fc.integer({ min: 1, max: 6 }),
  windows: fc.boolean(),
  limited: fc.boolean(),
})
const seeds = fc.integer({ min: 0, max: 1e6 })

function greedy(seed: number, shape: Parameters<typeof randomInstance>[1]) {
  const source = random(seed)
  const drawn = randomInstance(source, shape)
  const instance = {
    ...drawn,
    fleets: drawn.fleets.map((fleet) => ({ ...fleet, capacity: 2 + source.below(10) })),
    customers: drawn.customers.map((c) => ({ ...c, prize: 40, optional: source.below(4) === 0 })),
  }
  const packed = packInstance(instance)
  const state = emptyState(packed)
  state.penalty.load = source.below(50)
  state.penalty.time = source.below(5)
  const journal = newJournal(state)
  const table = newPlaceTable(state, { left: 3, draw: () => 1 + source.below(20) })
  const pool = {
    customers: Int32Array.from({ length: packed.customers }, (_, c) => c),
    count: packed.customers,
  }
  const blinks = { left: 2, draw: () => 1 + source.below(3) }
  openJournal(journal, state)
  recreate(state, journal, pool, table, blinks, new Float64Array(packed.customers), source)
  pool.count = 0
  return { source, instance, state, room: newMoveRoom(state, journal, pool, table) }
}

/** A visit in its route, or a customer left out, at random. */
function anyVisit(room: MoveRoom, draw: number, absent: boolean): number {
  const { state } = room
  const found: number[] = []
  if (absent) return state.totals.absent > 0 ? state.absent[draw % state.totals.absent]! : -1
  for (let v = 0; v < state.visits; v++) if (state.node[(v << SHIFT) + ROUTE] !== -1) found.push(v)
  return found.length > 0 ? found[draw % found.length]! : -1
}

describe('moves', () => {
  for (const move of moves)
    test(`${move.name}: what it says it adds is what a full count finds, for better or worse`, () => {
      let made = 0
      fc.assert(
        fc.property(shapes, seeds, (shape, seed) => {
          const { source, instance, state, room } = greedy(seed, shape)
          for (let turn = 0; turn < 12; turn++) {
            const visit = anyVisit(room, source.below(1e6), move.per === 'absent')
            if (visit < 0) return
            openJournal(room.journal, state)
            const before = costOf(state)
            const start = snapshot(state, 0)
            room.below = [0, 30, 1e6][source.below(3)]!
            const added = move.improve(room, visit)
            if (added !== 0) made += 1
            expect(added).toBeLessThan(Math.max(room.below, 1e-6))
            expect(costOf(state) - before).toBeCloseTo(added, 6)
            expect(state.totals).toEqual(
              recount(state, instance, travelOf(instance, instance.fleets[0]!, 1)),
            )
            if (source.below(2) === 0) continue
            undo(room.journal, state)
            forgetSums(room)
            expect(state.totals).toEqual(
              recount(state, instance, travelOf(instance, instance.fleets[0]!, 1)),
            )
            expect(snapshot(state, 0).chosen).toEqual(start.chosen)
          }
        }),
        { numRuns: 150 },
      )
      expect(made).toBeGreaterThan(0)
    })

  test('going downhill never ends higher, and undo takes all of it back', () => {
    fc.assert(
      fc.property(shapes, seeds, (shape, seed) => {
        const { instance, state, room } = greedy(seed, shape)
        openJournal(room.journal, state)
        const before = costOf(state)
        const used = [...Array(state.routes).keys()].filter((r) => state.size[r]! > 0)
        goDownhill(room, used, () => false)
        expect(costOf(state)).toBeLessThanOrEqual(before + 1e-6)
        expect(state.totals).toEqual(
          recount(state, instance, travelOf(instance, instance.fleets[0]!, 1)),
        )
        undo(room.journal, state)
        expect(costOf(state)).toBeCloseTo(before, 6)
      }),
      { numRuns: 60 },
    )
  })
})
