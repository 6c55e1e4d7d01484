import type { Provenance } from '@kuashan/core/kernel/provenance.ts'
import type { FacilityState } from '@kuashan/core/resources/facility.ts'
import type { AgeBand } from '@kuashan/core/territory/settlement.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'

export const facilityStateWords: Record<FacilityState, Words> = {
  open: { zh: '在用', en: 'open' },
  vacant: { zh: '闲置', en: 'vacant' },
  planned: { zh: '规划中', en: 'planned' },
  closed: { zh: '已关闭', en: 'closed' },
}

const methodWords: Record<Provenance['method'], Words> = {
  imported: { zh: '导入', en: 'imported' },
  entered: { zh: '手工填写', en: 'entered by hand' },
  derived: { zh: '推算', en: 'derived' },
  assumed: { zh: '假定', en: 'assumed' },
  generated: { zh: '生成的示例', en: 'made-up example' },
}

const rowWords: Words = { zh: '第 {n} 行', en: 'row {n}' }

/** `导入 · settlements.csv 第 3 行 · 2026-01-01`. */
export function provenanceText(
  { method, file, row, date, note }: Provenance,
  language: Language,
): string {
  const line = row === undefined ? '' : ` ${rowWords[language].replace('{n}', String(row))}`
  const parts = [methodWords[method][language], file && `${file}${line}`, date, note]
  return parts.filter(Boolean).join(' · ')
}

const years: Words = { zh: '{from}–{to} 岁', en: '{from}–{to}' }
const andOver: Words = { zh: '{from} 岁以上', en: '{from} and over' }

export const bandText = ({ from, to }: AgeBand, language: Language): string =>
  (to === null ? andOver : years)[language]
    .replace('{from}', String(from))
    .replace('{to}', String(to))
