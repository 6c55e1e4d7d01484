import type { ReportTable } from '@kuashan/contract/reports.ts'
import { figureOf } from '@kuashan/core/figures/definitions/all-figures.ts'
import type { FigureDefinition } from '@kuashan/core/figures/figure.ts'
import { figureText, shownValue } from '@kuashan/core/figures/figure-words.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Language } from '@kuashan/core/words/language.ts'

/** Most bars that can be read at a glance. */
const mostBars = 20

export interface ReportBar {
  key: string
  label: string
  /** Length, 0 to 1: of the longest, or of all where the figure is a share. */
  share: number
  text: string
}

function short(figure: FigureDefinition, value: number): string {
  const shown = shownValue(figure, value)
  return formatNumber(shown, Math.abs(shown) < 1 ? 4 : Math.abs(shown) < 100 ? 1 : 0)
}

/** One figure as bars: its keys on the last side, or where it is not divided its sides. */
export function reportBars(
  { rows, sides, names }: Pick<ReportTable, 'rows' | 'sides' | 'names'>,
  id: string,
  by: string | null,
  language: Language,
): ReportBar[] {
  const figure = figureOf(id)
  const own = rows.filter((row) => row.figure === id)
  const keyed = own.filter(({ key }) => key !== null)
  const shown =
    keyed.length > 0
      ? keyed.map(({ key, values }) => ({
          key: key!,
          label: names[`${by} ${key}`]?.[language] ?? key!,
          value: values.at(-1)?.value ?? null,
        }))
      : sides.map(({ name }, k) => ({
          key: String(k),
          label: name[language],
          value: own[0]?.values[k]?.value ?? null,
        }))
  if (!figure) return []
  const known = shown.filter((bar) => bar.value !== null)
  const longest = Math.max(...known.map(({ value }) => Math.abs(value!)), 0)
  const whole = figure.unit === 'share' && longest <= 1 ? 1 : longest
  return known.slice(0, mostBars).map(({ key, label, value }) => ({
    key,
    label,
    share: whole > 0 ? Math.abs(value!) / whole : 0,
    // The table beside it says the unit; here there is room for the number.
    text: figure.unit === 'share' ? figureText(figure, value, language) : short(figure, value!),
  }))
}
