import type { Comparison } from '@kuashan/core/planner/compare/compare.ts'
import type { Side } from '@kuashan/core/planner/compare/side.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { type Names, namesOf } from '../report/names.ts'
import { reportStyle } from '../report/report-style.ts'
import { differencePart } from './difference-part.ts'
import { costsPart, fleetPart, floorsPart, headPart, worstPart } from './figure-parts.ts'
import { scorecardPart } from './scorecard-part.ts'

export interface ComparePageInput {
  comparison: Comparison
  a: Side
  b: Side
}

/** What every part of the page is given. */
export interface CompareContext extends ComparePageInput {
  language: Language
  /** Of B, and of A where B does not have it. */
  names: Names
  t(words: Words): string
}

/** Rows may be on one side only. */
function namesOfBoth({ a, b }: ComparePageInput, language: Language): Names {
  const [own, other] = [namesOf(b.input, language), namesOf(a.input, language)]
  const either = (of: keyof Names) => (id: string) => {
    const name = own[of](id)
    return name === id ? other[of](id) : name
  }
  return {
    settlement: either('settlement'),
    settlementInVillage: either('settlementInVillage'),
    villageOf: (id) => own.villageOf(id) || other.villageOf(id),
    village: either('village'),
    township: either('township'),
    facility: either('facility'),
    vehicle: either('vehicle'),
    service: either('service'),
    fund: (id) => own.fund(id),
    place: either('place'),
  }
}

function inOneLanguage(input: ComparePageInput, language: Language): Markup {
  const context: CompareContext = {
    ...input,
    language,
    names: namesOfBoth(input, language),
    t: (words) => words[language],
  }
  const other = language === 'zh' ? 'en' : 'zh'
  return html`<main id="${language}" lang="${language === 'zh' ? 'zh-CN' : 'en'}"><nav><a href="#${other}">${other === 'en' ? 'English' : '中文'}</a></nav>
${headPart(context)}${costsPart(context)}${floorsPart(context)}${worstPart(context)}${fleetPart(context)}${scorecardPart(context)}${differencePart(context)}</main>`
}

/** The comparison in Chinese and then in English: one HTML file, no script, no network. */
export function compareHtml(input: ComparePageInput): string {
  const { a, b } = input.comparison.sides
  const page = html`<html lang="zh-CN"><head><meta charset="utf-8">
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${a.nameZh} → ${b.nameZh} · 跨山 Kuashan</title>
<style>${{ markup: reportStyle }}</style></head><body>
${inOneLanguage(input, 'zh')}
${inOneLanguage(input, 'en')}
</body></html>`
  return `<!doctype html>\n${page.markup}\n`
}
