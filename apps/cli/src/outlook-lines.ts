import type { AxisShortfall } from '@kuashan/core/access/axis-programme.ts'
import type { LosingDoctor } from '@kuashan/core/access/doctor-forecast.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import type { Words } from '@kuashan/core/words/language.ts'

/** What is coming: villages that lose their last doctor, year by year, and what the centres of the axis lack. */
export function outlookLines(
  doctors: readonly LosingDoctor[],
  axis: readonly AxisShortfall[],
  county: County,
): Words[] {
  const byYear = Map.groupBy(doctors, (d) => d.year)
  const settlements = new Map(county.settlements.map((s) => [s.id, s]))
  return [
    ...[...byYear].map(([year, lost]) => {
      const names = lost.map((d) => d.village.name).join('、')
      return {
        zh: `${year} 年最后一名村医到龄的村 ${lost.length} 个：${names}`,
        en: `${lost.length} villages whose last doctor is past the age in ${year}: ${names}`,
      }
    }),
    ...axis.map(({ settlement, rank, service, missing }) => {
      const home = settlements.get(settlement)
      const what = missing.map((m) => `${m.metric} ${m.have ?? '—'}/${m.want}`).join(', ')
      return {
        zh: `发展轴 ${rank} 级中心 ${home?.name ?? settlement} 缺 ${service}：${what}`,
        en: `Centre of rank ${rank} on the axis, ${home?.nameEn ?? settlement}, lacks ${service}: ${what}`,
      }
    }),
  ]
}
