import { figureOf } from '../figures/definitions/all-figures.ts'
import {
  dimensionWords,
  type KeyNames,
  keyText,
  shownValue,
  unitText,
} from '../figures/figure-words.ts'
import type { ReportAsk, ReportRow } from '../figures/report.ts'
import type { Language } from '../words/language.ts'
import type { Sheet } from './plan-sheets.ts'

/** A report as two sheets: its figures, numbers as numbers, and what each of them counts. */
export function reportSheets(
  { ask, rows, sides }: { ask: ReportAsk; rows: readonly ReportRow[]; sides: readonly string[] },
  names: KeyNames,
  language: Language,
): Sheet[] {
  const t = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const { by, when } = ask
  const figures = ask.figures.map(figureOf).filter((figure) => figure !== undefined)
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  return [
    {
      name: t('指标', 'Figures'),
      note: t(
        `时点数截至 ${when.asOf}；期间数从 ${when.from} 到 ${when.to}${when.cumulative ? '，按月累计' : ''}；“每年”的数与期间无关；空白表示不知道`,
        `Stocks as of ${when.asOf}; flows from ${when.from} to ${when.to}${when.cumulative ? ', months cumulative' : ''}; figures a year stand whatever the period; blank is not known`,
      ),
      headings: [
        t('指标', 'Figure'),
        by ? dimensionWords[by][language] : t('分组', 'Divided by'),
        t('单位', 'Unit'),
        ...sides,
      ],
      rows: rows.flatMap(({ figure: id, key, values }) => {
        const figure = byId.get(id)
        if (!figure) return []
        const group =
          key === null || by === null ? t('合计', 'All') : keyText(by, key, names, language)
        return [
          [
            figure.name[language],
            group,
            figure.unit === 'share' ? t('比例', 'share') : unitText(figure, language),
            ...values.map(({ value }) => (value === null ? null : shownValue(figure, value))),
          ],
        ]
      }),
    },
    {
      name: t('定义', 'Definitions'),
      note: t('每个指标数的是什么', 'What each figure counts'),
      headings: [t('编号', 'Id'), t('指标', 'Figure'), t('怎么数', 'What counts')],
      rows: figures.map(({ id, name, counts }) => [id, name[language], counts[language]]),
    },
  ]
}
