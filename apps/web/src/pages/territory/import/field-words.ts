import type { Language, Words } from '@kuashan/core/words/language.ts'
import { editFields } from '../../../parts/rows/edit-fields.ts'
import { resourceFields } from '../../../parts/rows/resource-fields.ts'

/** Fields of the county’s tables that cannot be corrected in place, and so have no label there. */
const otherFields: Readonly<Record<string, Words>> = {
  nameEn: { zh: '英文名', en: 'English name' },
  otherNames: { zh: '别名', en: 'Other names' },
  division: { zh: '所在村', en: 'Village' },
  parent: { zh: '上级', en: 'Part of' },
  level: { zh: '级别', en: 'Level' },
  kind: { zh: '类别', en: 'Kind' },
  bands: { zh: '年龄', en: 'Ages' },
  isCentre: { zh: '村委会所在地', en: 'Seat of the village' },
  services: { zh: '服务', en: 'Services' },
  staffHoursYear: { zh: '全年人员工时', en: 'Staff hours a year' },
  birthYear: { zh: '出生年份', en: 'Year of birth' },
  fund: { zh: '资金', en: 'Fund' },
  provenance: { zh: '数据来源', en: 'Learned from' },
}

const labels = new Map<string, Words>([
  ...Object.entries(otherFields),
  ...[...Object.values(editFields), ...Object.values(resourceFields)].flatMap((fields) =>
    fields.map((f) => [f.field, f.label] as const),
  ),
])

/** A field of a table in words; one without words shows itself. */
export const fieldText = (field: string, language: Language): string =>
  labels.get(field)?.[language] ?? field
