import type { Alternative } from '@kuashan/core/planner/replan/replan-problem.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import { signedHours, signedYuan } from './said.ts'

/** One line of the menu: what is compared, and how an alternative does. */
export interface MenuRow {
  label: Words
  value(a: Alternative, language: Language): string
}

/** Lines in which some alternative differs from the published plan; who loses a floor is always told. */
export const rowsToShow = (menu: readonly Alternative[], language: Language): MenuRow[] =>
  menuRows.filter(({ value }, k) => k === 0 || menu.some((a) => /[1-9]/.test(value(a, language))))

const count = (n: number, zh: string, en: string, language: Language): string =>
  language === 'zh' ? `${formatNumber(n, 1)} ${zh}` : `${formatNumber(n, 1)}${en}`

const visits = (n: number, language: Language) => count(n, '次', '', language)

/** The menu's lines in the order in which a dispatcher asks. Costs are a year's, after less before. */
const menuRows: readonly MenuRow[] = [
  {
    label: { zh: '新增未达标（人×服务）', en: 'losing a floor (people × services)' },
    value: (a, language) => count(a.peopleLosing, '人', '', language),
  },
  {
    label: { zh: '重新达标（人×服务）', en: 'regaining a floor' },
    value: (a, language) => count(a.peopleGaining, '人', '', language),
  },
  {
    label: { zh: '改期', en: 'visits moved' },
    value: (a, language) => visits(a.counts.moved, language),
  },
  {
    label: { zh: '换车', en: 'by another vehicle' },
    value: (a, language) => visits(a.counts['other-vehicle'], language),
  },
  {
    label: { zh: '时间变动（15 分钟以上）', en: 'at another hour (15 min or more)' },
    value: (a, language) => visits(a.counts.retimed, language),
  },
  {
    label: { zh: '取消', en: 'cancelled' },
    value: (a, language) => visits(a.counts.cancelled, language),
  },
  {
    label: { zh: '增加', en: 'added' },
    value: (a, language) => visits(a.counts.added, language),
  },
  {
    label: { zh: '接送有变', en: 'rides that go otherwise' },
    value: (a, language) => visits(a.rides.length, language),
  },
  {
    label: { zh: '每年现金', en: 'cash a year' },
    value: (a, language) => signedYuan(a.costDifference.cashFen, language),
  },
  {
    label: { zh: '每年工时', en: 'staff hours a year' },
    value: (a, language) => signedHours(a.costDifference.staffHours, language),
  },
  {
    label: { zh: '资本支出', en: 'capital' },
    value: (a, language) =>
      signedYuan(
        Object.values(a.costDifference.capitalFen).reduce((sum, fen) => sum + fen, 0),
        language,
      ),
  },
]
