import type { Facility } from '../../resources/facility.ts'
import { codeDigits } from '../../territory/division.ts'
import { areaOfPolygons } from '../../territory/import/check-places.ts'
import type { LngLat } from '../../territory/settlement.ts'
import type { CountyInput, RedLine } from '../county.ts'
import type { ChangeRule, Fault } from './change-rule.ts'
import { lacks, nameFaults, withCounty, withSettings } from './named-row.ts'

/** Whether a code lies in a division: codes of lower levels begin with its digits. */
function liesIn(code: string, division: string, input: CountyInput): boolean {
  const level = input.county.divisions.find((d) => d.code === division)?.level
  const digits = level ? codeDigits[level] : division.replace(/0+$/, '').length
  return code !== '' && code.slice(0, digits) === division.slice(0, digits)
}

const forbids = (line: RedLine, what: 'sites' | 'roads'): boolean =>
  line.what === 'all' || line.what === what

const inside = (
  line: RedLine,
  place: { at: LngLat | null; division: string },
  input: CountyInput,
): boolean =>
  (line.division !== undefined && liesIn(place.division, line.division, input)) ||
  (line.polygon !== undefined &&
    place.at !== null &&
    areaOfPolygons([[line.polygon]]).contains(place.at))

const rowsOf = (line: RedLine): string =>
  line.division ?? `${line.polygon?.length ?? 0} points from ${line.polygon?.[0]?.join(' ')}`

const crosses = (line: RedLine, what: string): Fault => ({
  code: 'change-crosses-red-line',
  facts: { what, line: line.name, rows: rowsOf(line) },
})

/** The red lines that a new or converted site would break. */
export const siteInRedLine = (
  input: CountyInput,
  facility: Pick<Facility, 'id' | 'at' | 'division'>,
): Fault[] =>
  (input.county.settings.redLines ?? [])
    .filter((line) => forbids(line, 'sites') && inside(line, facility, input))
    .map((line) => crosses(line, facility.id))

const side = (a: LngLat, b: LngLat, p: LngLat): number =>
  Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))

const meet = (a: LngLat, b: LngLat, c: LngLat, d: LngLat): boolean =>
  side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)

function lineMeets(path: readonly LngLat[], polygon: readonly LngLat[]): boolean {
  const { contains } = areaOfPolygons([[polygon]])
  return path.some(
    (p, k) =>
      contains(p) ||
      (k > 0 &&
        polygon.some((c, j) => meet(path[k - 1]!, p, c, polygon[(j + 1) % polygon.length]!))),
  )
}

/** The red lines that a new road would cross; `ends` are the places it joins. */
export const roadOverRedLine = (
  input: CountyInput,
  id: string,
  path: readonly LngLat[],
  ends: readonly { at: LngLat | null; division: string }[],
): Fault[] =>
  (input.county.settings.redLines ?? [])
    .filter(
      (line) =>
        forbids(line, 'roads') &&
        (line.polygon
          ? lineMeets(path, line.polygon)
          : ends.some((end) => inside(line, end, input))),
    )
    .map((line) => crosses(line, id))

/** The line itself comes first, so that the order of changes decides nothing (`withRedLines`). */
export const redLine: ChangeRule<'red-line'> = {
  resolve: ({ polygon, division }, input) => [
    ...(polygon === undefined && division === undefined
      ? [lacks('polygon 或 division', 'polygon or division')]
      : []),
    ...(division === undefined ? [] : nameFaults(input, 'division', division)),
  ],
  apply: ({ do: _, reason: __, ...line }, input) => {
    const lines = input.county.settings.redLines ?? []
    const known = lines.some((l) => JSON.stringify(l) === JSON.stringify(line))
    const drawn = known ? input : withSettings(input, { redLines: [...lines, line] })
    if (!forbids(line, 'sites')) return drawn
    const note = `red line ${line.name} 红线`
    return withCounty(drawn, {
      facilities: drawn.county.facilities.map((f) =>
        (f.state === 'planned' || f.state === 'vacant') && inside(line, f, drawn)
          ? { ...f, unfit: [...f.unfit, note] }
          : f,
      ),
    })
  },
  marks: ({ name }) => [{ key: `red line ${name}`, side: 'drawn', exact: name }],
}
