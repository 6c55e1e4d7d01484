import { vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import {
  choice,
  date,
  type EditField,
  facility,
  inUnits,
  needed,
  number,
  text,
  yuan,
} from './edit-fields.ts'
import { postWords } from './post-words.ts'

const choicesOf = (words: Readonly<Record<string, Words>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The values of posts and vehicles that are corrected most; the others are imported anew. */
export const resourceFields: Readonly<Record<'staff' | 'vehicles', readonly EditField[]>> = {
  staff: [
    choice('post', { zh: '岗位', en: 'Post' }, choicesOf(postWords)),
    needed(number('weeklyHours', { zh: '每周小时', en: 'Hours a week' })),
    facility('employer', { zh: '所在单位', en: 'Employed at' }, true),
    facility('licencePlace', { zh: '执业地点', en: 'Licensed at' }, false),
    date('retiresOn', { zh: '退休', en: 'Retires' }),
    yuan('costPerHourFen', { zh: '每小时成本（元）', en: 'Cost an hour (yuan)' }),
  ],
  vehicles: [
    text('name', { zh: '名称', en: 'Name' }),
    choice('kind', { zh: '类别', en: 'Kind' }, choicesOf(vehicleKindWords)),
    facility('depot', { zh: '停放点', en: 'Depot' }, true),
    needed(number('crew', { zh: '随车人员', en: 'Crew' })),
    needed(number('seats', { zh: '座位', en: 'Seats' })),
    needed(number('stations', { zh: '服务位', en: 'Places to serve at' })),
    inUnits('shiftSeconds', { zh: '每天最长（小时）', en: 'Longest day (hours)' }, 3600),
    date('inspectionUntil', { zh: '年检有效期', en: 'Inspection holds until' }),
    yuan('costPerKmFen', { zh: '每公里成本（元）', en: 'Cost a km (yuan)' }),
    yuan('costPerDayFen', { zh: '每天成本（元）', en: 'Cost a day out (yuan)' }),
    yuan('yearCostFen', { zh: '年费用（元）', en: 'Cost a year (yuan)' }),
  ],
}
