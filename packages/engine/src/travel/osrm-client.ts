import { setTimeout as sleep } from 'node:timers/promises'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { seconds } from '@kuashan/core/kernel/units.ts'
import { emptyTable } from '@kuashan/core/travel/matrix.ts'
import { p90Factor, travelProfile } from '@kuashan/core/travel/profile-table.ts'
import type { TravelPlace } from '@kuashan/core/travel/snap.ts'
import type { TravelTable } from '@kuashan/core/travel/travel-table.ts'
import { z } from 'zod'

export interface OsrmOptions {
  /** Root of the server: `http://localhost:5000`. */
  server: string
  /** The server's profile name. */
  profile?: string
  /** The server's `--max-table-size`: origins and destinations of a request together stay within it. */
  maxPlaces?: number
  timeoutSeconds?: number
  /** Further tries after a failed one. */
  retries?: number
  /** Pause before the first further try, in milliseconds; doubled each time. */
  retryPauseMs?: number
  signal?: AbortSignal
  onProgress?: (share: number) => void
}

const Waypoint = z.object({ distance: z.number() })
const Figures = z.array(z.array(z.number().nullable()))
/** What `/table/v1` answers (OSRM HTTP API 5). `distances` only comes where the server knows them. */
const TableAnswer = z.object({
  code: z.string(),
  message: z.string().optional(),
  durations: Figures.optional(),
  distances: Figures.optional(),
  sources: z.array(Waypoint).optional(),
  destinations: z.array(Waypoint).optional(),
})
type TableAnswer = z.infer<typeof TableAnswer>

interface Chunk {
  rows: number[]
  columns: number[]
}

/**
 * A table of travel from an OSRM server's `/table`, in chunks that the server accepts. `null` is "no way" (-1).
 * Snap distances are kept; the legs they stand for are walked off the road and charged, as OSRM does not.
 * A chunk the server refuses stays -1 and is named by a finding. Road metres are -1 where the server gives none.
 */
export async function osrmTable(
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
  options: OsrmOptions,
): Promise<{ table: TravelTable; findings: Finding[] }> {
  const table = emptyTable(
    from.map((place) => place.id),
    to.map((place) => place.id),
  )
  const chunks = chunksOf(from, to, options.maxPlaces ?? 100)
  const findings: Finding[] = []
  let done = 0
  for (const chunk of chunks) {
    options.signal?.throwIfAborted()
    const answer = await askWithRetries(urlOf(from, to, chunk, options), options)
    const trouble = 'trouble' in answer ? answer.trouble : troubleIn(answer, chunk)
    if (trouble === null) writeChunk(table, chunk, answer as TableAnswer)
    else
      findings.push(
        finding(
          'osrm-refused',
          { file: options.server },
          {
            trouble,
            from: table.from[chunk.rows[0]!]!,
            to: table.to[chunk.columns[0]!]!,
            pairs: chunk.rows.length * chunk.columns.length,
          },
        ),
      )
    options.onProgress?.(++done / chunks.length)
  }
  return { table, findings }
}

/** Half of the places of a request are origins, half destinations. Places without coordinates are not asked for. */
function chunksOf(
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
  maxPlaces: number,
): Chunk[] {
  const size = Math.max(1, Math.floor(maxPlaces / 2))
  const groups = (places: readonly TravelPlace[]): number[][] => {
    const located = places.flatMap((place, k) => (place.at === null ? [] : [k]))
    return Array.from({ length: Math.ceil(located.length / size) }, (_, k) =>
      located.slice(k * size, (k + 1) * size),
    )
  }
  const columns = groups(to)
  return groups(from).flatMap((rows) => columns.map((group) => ({ rows, columns: group })))
}

function urlOf(
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
  { rows, columns }: Chunk,
  options: OsrmOptions,
): string {
  const places = [...rows.map((k) => from[k]!), ...columns.map((k) => to[k]!)]
  const coordinates = places.map(({ at }) => `${at![0].toFixed(6)},${at![1].toFixed(6)}`).join(';')
  const sources = rows.map((_, k) => k).join(';')
  const destinations = columns.map((_, k) => rows.length + k).join(';')
  const root = options.server.replace(/\/+$/, '')
  return `${root}/table/v1/${options.profile ?? 'driving'}/${coordinates}?sources=${sources}&destinations=${destinations}&annotations=duration,distance`
}

type Asked = TableAnswer | { trouble: string }

/** Tries again after outages (no answer, 429, 5xx), not after a refusal. */
async function askWithRetries(url: string, options: OsrmOptions): Promise<Asked> {
  let last: Asked = { trouble: '' }
  for (let k = 0; k <= (options.retries ?? 2); k++) {
    if (k > 0)
      await sleep((options.retryPauseMs ?? 500) * 2 ** (k - 1), undefined, {
        ...(options.signal ? { signal: options.signal } : {}),
      })
    const { asked, again } = await ask(url, options)
    last = asked
    if (!again) return last
  }
  return last
}

async function ask(url: string, options: OsrmOptions): Promise<{ asked: Asked; again: boolean }> {
  const timeout = AbortSignal.timeout((options.timeoutSeconds ?? 60) * 1000)
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
  try {
    const response = await fetch(url, { signal })
    const again = response.status === 429 || response.status >= 500
    const body: unknown = await response.json().catch(() => null)
    const parsed = TableAnswer.safeParse(body)
    if (parsed.success && !again) return { asked: parsed.data, again: false }
    return { asked: { trouble: `HTTP ${response.status}` }, again }
  } catch (error) {
    options.signal?.throwIfAborted()
    return { asked: { trouble: reasonOf(error) }, again: true }
  }
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'timeout'
  return error.cause instanceof Error ? error.cause.message : error.message
}

function troubleIn(answer: TableAnswer, { rows, columns }: Chunk): string | null {
  if (answer.code !== 'Ok') return [answer.code, answer.message].filter(Boolean).join(': ')
  const fits =
    answer.durations?.length === rows.length &&
    answer.durations.every((row) => row.length === columns.length) &&
    answer.sources?.length === rows.length &&
    answer.destinations?.length === columns.length
  return fits ? null : 'incomplete answer'
}

function writeChunk(table: TravelTable, { rows, columns }: Chunk, answer: TableAnswer): void {
  const { walking, spread } = travelProfile
  const flat = walking.fastest.value * Math.exp(-walking.slopeLoss.value * -walking.bestSlope.value)
  const offPath = (flat / 3.6) * walking.offPath.value
  const walkSpread = p90Factor(walking.spread.value)
  // OSRM tells no classes: the spread of a village road stands for all.
  const roadSpread = p90Factor(spread.unclassified.value)
  rows.forEach((row, i) => {
    table.fromSnap[row] = Math.round(answer.sources![i]!.distance)
    columns.forEach((column, j) => {
      table.toSnap[column] = Math.round(answer.destinations![j]!.distance)
      const duration = answer.durations![i]![j]!
      if (duration === null) return
      const metres = answer.sources![i]!.distance + answer.destinations![j]!.distance
      const walk = metres / offPath
      const cell = row * table.to.length + column
      const same = table.from[row] === table.to[column]
      table.p50[cell] = same ? 0 : seconds(duration + walk)
      table.p90[cell] = same ? 0 : seconds(duration * roadSpread + walk * walkSpread)
      table.roadMetres[cell] = same ? 0 : Math.round(answer.distances?.[i]?.[j] ?? -1)
      table.walkMetres[cell] = same ? 0 : Math.round(metres)
    })
  })
}
