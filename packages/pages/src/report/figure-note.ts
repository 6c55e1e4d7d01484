import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import type { Context } from './section.ts'

export interface FigureNote {
  definition: Words
  unit: Words
  /** Which places or people are counted. */
  places: Words
}

/** The line under a figure: what it is, in what unit, of which places, as of which day. */
export function figureNote(context: Context, { definition, unit, places }: FigureNote): Markup {
  const { t, figures } = context
  const { asOf, horizon } = figures.today
  return html`<p class="definition">${t(definition)} ${t({ zh: '单位：', en: 'Unit: ' })}${t(unit)}${t({ zh: '。范围：', en: '. Places: ' })}${t(places)}${t(
    {
      zh: `。今天截至 ${asOf}，方案期 ${horizon.from} 至 ${horizon.to}。`,
      en: `. Today as of ${asOf}; plan ${horizon.from} to ${horizon.to}.`,
    },
  )}</p>`
}

/** Everybody who lives in the county, in words. */
export const allResidents: Words = {
  zh: '全县常住人口',
  en: 'permanent residents of the whole county',
}
