import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Alternative } from '@kuashan/core/planner/replan/replan-problem.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { alternativeWords } from '@kuashan/core/words/replan/difference-words.ts'
import { rowsToShow } from '@kuashan/pages/replan/menu-rows.ts'
import { byVillage, sayDifference, sayFloorLost, sayRide } from '@kuashan/pages/replan/said.ts'
import { namesOf } from '@kuashan/pages/report/names.ts'

/** Columns that a terminal gives a text: two for a Chinese character. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/u.test(c) ? 2 : 1), 0)

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Alternatives side by side, a line for each thing compared; lines of nothing but zeros are left out. */
export function menuTable(alternatives: readonly Alternative[], language: Language): string {
  const head = ['', ...alternatives.map((a) => alternativeWords[a.kind].title[language])]
  const rows = rowsToShow(alternatives, language).map(({ label, value }) => [
    label[language],
    ...alternatives.map((a) => value(a, language)),
  ])
  const lines = [head, ...rows]
  const widths = head.map((_, k) => Math.max(...lines.map((line) => widthOf(line[k]!))))
  return lines
    .map((line) =>
      line
        .map((text, k) => padded(text, widths[k]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** What differs, village by village; at most so many lines, the rest counted. */
export function differenceLines(
  alternative: Alternative,
  input: CountyInput,
  language: Language,
  most = 24,
): string {
  const names = namesOf(input, language)
  const lines = byVillage(alternative, names).flatMap(
    ({ settlement, differences, rides, lost }) => {
      const name = names.settlementInVillage(settlement)
      const colon = language === 'zh' ? '　' : '  '
      return [
        ...lost.map((f) => `! ${name}${colon}${sayFloorLost(f, names, language)}`),
        ...differences.map((d) => `  ${name}${colon}${sayDifference(d, names, language)}`),
        ...rides.map((d) => `  ${name}${colon}${sayRide(d, settlement, names, language)}`),
      ]
    },
  )
  const rest = lines.length - most
  const shown = lines.slice(0, most)
  if (rest > 0) shown.push(language === 'zh' ? `  ……另有 ${rest} 处` : `  … and ${rest} more`)
  return shown.join('\n')
}
