import type { CatalogueOfCounty } from '@kuashan/contract/catalogue.ts'
import { canBind, isInForce } from '@kuashan/core/catalogue/floors.ts'
import type {
  AdoptedStandard,
  CatalogueStandard,
  Metric,
  StandardKind,
} from '@kuashan/core/catalogue/standard.ts'
import { addDays, type PlainDate } from '@kuashan/core/kernel/calendar.ts'

/** One layer of what is asked of a service: adopted by a level of government, or carried by the catalogue. */
export interface StandardLayer {
  metric: Metric
  value: number
  kind: StandardKind
  /** Document and clause; the catalogue’s key of its source where there is no document. */
  source: string
  isKey: boolean
  from: PlainDate | null
  until: PlainDate | null
  state: 'binding' | 'to-come' | 'over' | 'compares'
  invented: boolean
}

type Dates = { from?: PlainDate | undefined; until?: PlainDate | undefined }

const stateOn = (dates: Dates, binds: boolean, day: PlainDate): StandardLayer['state'] => {
  if (!binds) return 'compares'
  if (isInForce(dates, day)) return 'binding'
  return dates.from !== undefined && dates.from > day ? 'to-come' : 'over'
}

const order: readonly StandardLayer['state'][] = ['binding', 'to-come', 'compares', 'over']

/** Every layer of a service on a day: what binds first, then what is to come, what only compares, what is over. */
export function layersOf(
  { services, adopted }: Pick<CatalogueOfCounty, 'services' | 'adopted'>,
  service: string,
  day: PlainDate,
): StandardLayer[] {
  const own = services.find(({ id }) => id === service)?.standards ?? []
  const carried = own.map(
    (s: CatalogueStandard): StandardLayer => ({
      metric: s.metric,
      value: s.value,
      kind: s.kind,
      source: s.document ? `${s.document}${s.clause ? ` · ${s.clause}` : ''}` : s.source,
      isKey: !s.document,
      from: s.from ?? null,
      until: s.until ?? null,
      state: stateOn(s, canBind(s), day),
      invented: false,
    }),
  )
  const taken = adopted
    .filter((s) => s.service === service)
    .map(
      (s): StandardLayer => ({
        metric: s.metric,
        value: s.value,
        kind: s.level,
        source: `${s.document} · ${s.clause}`,
        isKey: false,
        from: s.from,
        until: s.until ?? null,
        state: stateOn(s, true, day),
        invented: s.invented,
      }),
    )
  return [...taken, ...carried].sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      a.metric.localeCompare(b.metric) ||
      (a.from ?? '').localeCompare(b.from ?? ''),
  )
}

type Standards = Pick<CatalogueOfCounty, 'adopted'>

/**
 * The adopted standards with one more from a day on. What the same level had adopted on the same metric ends the day before;
 * what would have begun later than that day is replaced.
 */
export function withAdopted({ adopted }: Standards, added: AdoptedStandard): AdoptedStandard[] {
  const isSame = (s: AdoptedStandard) =>
    s.service === added.service && s.metric === added.metric && s.level === added.level
  const before = adopted.flatMap((s): AdoptedStandard[] => {
    if (!isSame(s) || (s.until !== undefined && s.until < added.from)) return [s]
    return s.from < added.from ? [{ ...s, until: addDays(added.from, -1) }] : []
  })
  return [...before, added]
}

/** The unit that a metric is counted in, by what is adopted or carried for it anywhere; '' where nobody says. */
export const unitOf = (
  { services, adopted }: Pick<CatalogueOfCounty, 'services' | 'adopted'>,
  metric: Metric,
): string =>
  [...adopted, ...services.flatMap((s) => s.standards)].find((s) => s.metric === metric)?.unit ?? ''
