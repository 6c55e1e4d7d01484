import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import { compareText } from '../../kernel/order.ts'
import type { AgeBand } from '../settlement.ts'

/** Ages a heading stands for; `to` null is open-ended. */
export interface AgeRange {
  from: number
  to: number | null
}

const lead = '(?:pop(?:ulation)?|people|persons|aged?|ages|常住人口|人口|年龄段?)?[ _:-]*'
const tail = '[ _]*(?:岁|周岁|years?|yrs?)?[ _]*(?:old)?[ _]*(?:人口|人数|people)?$'
const closed = new RegExp(`^${lead}(\\d{1,3})[ _]*(?:-|–|—|~|to|至|到|_)[ _]*(\\d{1,3})${tail}`)
const open = new RegExp(
  `^${lead}(\\d{1,3})[ _]*(?:岁|周岁|years?)?[ _]*(?:\\+|plus|及?以上|and[ _]?over|or[ _]?more|over)${tail}`,
)
const under = new RegExp(`^${lead}(?:under|below|<)[ _]*(\\d{1,3})${tail}`)
const below = new RegExp(`^${lead}(\\d{1,3})[ _]*(?:岁|周岁)?[ _]*(及?)以下${tail}`)
const over = new RegExp(`^${lead}(?:over|above|>=?|≥)[ _]*(\\d{1,3})${tail}`)

/** The ages of a heading such as `pop_0_19`, `65plus`, `0-14岁`, `60岁以上`, `under 15`; null for any other heading. */
export function ageRangeOf(heading: string): AgeRange | null {
  const text = heading.normalize('NFKC').trim().toLowerCase()
  const between = closed.exec(text)
  if (between) {
    const [from, to] = [Number(between[1]), Number(between[2])]
    return from <= to && to <= 130 ? { from, to } : null
  }
  const upward = open.exec(text) ?? over.exec(text)
  if (upward) return { from: Number(upward[1]), to: null }
  const less = under.exec(text)
  if (less) return { from: 0, to: Number(less[1]) - 1 }
  const down = below.exec(text)
  if (down) return { from: 0, to: Number(down[1]) - (down[2] ? 0 : 1) }
  return null
}

/** A band's heading as the folder writes it. */
export const headingOfBand = ({ from, to }: AgeRange): string =>
  to === null ? `pop_${from}plus` : `pop_${from}_${to}`

const end = (range: AgeRange): number => range.to ?? 1000

export interface BandColumn extends AgeRange {
  heading: string
  /** A band contained in this one that shares its end (60 and over holds 65 and over): taken out of it. */
  inner: BandColumn | null
}

/**
 * Puts band columns in order. A band inside the end of another ("of which") is split off, so that
 * bands never overlap; bands that cross are an error.
 */
export function arrangeBands(
  headings: readonly string[],
  at: Place,
): { bands: BandColumn[]; findings: Finding[] } {
  const findings: Finding[] = []
  const bands = headings
    .map((heading): BandColumn => ({ heading, inner: null, ...ageRangeOf(heading)! }))
    .sort((a, b) => a.from - b.from || end(b) - end(a) || compareText(a.heading, b.heading))
  for (const [k, band] of bands.entries()) {
    const next = bands[k + 1]
    if (!next || end(band) < next.from) continue
    if (end(band) === end(next) && band.from < next.from) band.inner = next
    else
      findings.push(
        finding(
          'age-bands-overlap',
          { ...at, column: next.heading },
          { first: band.heading, second: next.heading },
        ),
      )
  }
  return { bands, findings }
}

/** People by band of one row; `amount` gives a column's number, null where blank. Blank everywhere gives no bands. */
export function bandsOfRow(
  columns: readonly BandColumn[],
  amount: (heading: string) => number | null,
  at: (column: string) => Place,
): { bands: AgeBand[]; findings: Finding[] } {
  const findings: Finding[] = []
  if (columns.every((column) => amount(column.heading) === null)) return { bands: [], findings }
  const bands = columns.map((column): AgeBand => {
    const whole = amount(column.heading) ?? 0
    if (!column.inner) return { from: column.from, to: column.to, people: whole }
    const part = amount(column.inner.heading) ?? 0
    if (part > whole)
      findings.push(
        finding('age-band-split-negative', at(column.heading), {
          inner: column.inner.heading,
          outer: column.heading,
          part,
          whole,
        }),
      )
    return { from: column.from, to: column.inner.from - 1, people: Math.max(0, whole - part) }
  })
  return { bands, findings }
}
