import type { Gap } from '@kuashan/core/access/gap-list.ts'
import { metricText } from '@kuashan/core/catalogue/terms.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { codeAt } from '@kuashan/core/territory/division.ts'
import type { WrittenTable } from '@kuashan/core/territory/import/write-table.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import type { Language } from '@kuashan/core/words/language.ts'

const headings: Record<Language, string[]> = {
  zh: [
    '序号',
    '自然村',
    '村',
    '乡镇',
    '服务',
    '服务编码',
    '人数',
    '未达到的标准',
    '现状',
    '差距',
    '情况',
    '自然村编号',
  ],
  en: [
    'rank',
    'settlement',
    'village',
    'township',
    'service',
    'code',
    'people',
    'floor missed',
    'have',
    'shortfall',
    'state',
    'id',
  ],
}
const states: Record<Language, Record<Gap['state'], string>> = {
  zh: { ok: '', unlocated: '没有坐标', 'no-road': '不通路' },
  en: { ok: '', unlocated: 'no coordinates', 'no-road': 'no road' },
}

/** The gap list as a table for a spreadsheet, by name, worst first. Shortfall: the part that is lacking, 100 % is nothing at all. */
export function gapTable(
  gaps: readonly Gap[],
  { county, catalogue }: CountyInput,
  language: Language,
): WrittenTable {
  const named = (thing: { name: string; nameEn?: string | undefined }) =>
    language === 'en' ? (thing.nameEn ?? thing.name) : thing.name
  const divisions = new Map(county.divisions.map((d) => [d.code, named(d)]))
  const settlements = new Map(county.settlements.map((s) => [s.id, named(s)]))
  const services = new Map(
    catalogue.services.map((s) => [s.id, language === 'en' ? s.nameEn : s.nameZh]),
  )
  const rows = gaps.map((gap, k) => [
    String(k + 1),
    settlements.get(gap.settlement) ?? gap.name,
    divisions.get(gap.division) ?? gap.division,
    divisions.get(codeAt(gap.division, 'township')) ?? '',
    services.get(gap.service) ?? gap.service,
    gap.service,
    String(Math.round(gap.people * 10) / 10),
    gap.missing.map((m) => metricText(m.metric, m.want, language)).join('; '),
    gap.missing.map((m) => (m.have === null ? '—' : formatNumber(m.have, 1))).join('; '),
    formatShare(gap.shortfall, 0),
    states[language][gap.state],
    gap.settlement,
  ])
  return { headings: headings[language], rows }
}
