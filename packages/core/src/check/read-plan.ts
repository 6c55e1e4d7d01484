import { type Memory, recall } from '../kernel/memory.ts'
import { Plan } from '../plan/plan.ts'

const tables = ['sites', 'stops', 'tours', 'rides', 'assignments', 'shortages'] as const
type Rows = readonly object[]

/** Rows of a table of something that should be a plan; null where it is no table at all. */
function rowsIn(value: object, table: (typeof tables)[number]): Rows | null {
  const rows = (value as Record<string, unknown>)[table]
  if (rows === undefined && table === 'rides') return []
  const isTable = Array.isArray(rows) && rows.every((r) => typeof r === 'object' && r !== null)
  return isTable ? rows : null
}

/** Reads a plan by its schema; rows that were read before are the same objects again. */
export function readPlan(value: unknown, memory: Memory) {
  if (typeof value !== 'object' || value === null) return Plan.safeParse(value)
  const given = new Map<string, Rows>()
  const unread: Record<string, Rows> = {}
  for (const table of tables) {
    const rows = rowsIn(value, table)
    if (rows === null) return Plan.safeParse(value)
    given.set(table, rows)
    unread[table] = rows.filter((row) => !memory.read.has(row))
  }
  const parsed = Plan.safeParse({ ...value, ...unread })
  // What is wrong is told by its place in the whole.
  if (!parsed.success) return Plan.safeParse(value)
  const read: Record<string, Rows> = {}
  for (const table of tables) {
    unread[table]!.forEach((row, k) => {
      memory.read.set(row, parsed.data[table][k]!)
    })
    const rows = given.get(table)!
    // A table whose rows are all the same is the same table.
    read[table] = recall(memory, `rows ${table}`, rows, () =>
      rows.map((row) => memory.read.get(row)!),
    )
  }
  return { success: true as const, data: { ...parsed.data, ...read } as Plan }
}
