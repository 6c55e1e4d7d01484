import { toYuan } from '@kuashan/core/kernel/units.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import type { CountySiting, SitedFacility } from '@kuashan/core/plan/county-siting.ts'
import type { Words } from '@kuashan/core/words/language.ts'

const actions: Record<SitedFacility['action'], Words> = {
  keep: { zh: '保留', en: 'keep' },
  upgrade: { zh: '升级', en: 'upgrade' },
  convert: { zh: '改造', en: 'convert' },
  build: { zh: '新建', en: 'build' },
  close: { zh: '关闭', en: 'close' },
}

const one = (value: number): string => String(Math.round(value * 10) / 10)

/** What the value of an answer stands for. */
function valueWords({ question, cost }: CountySiting): Words {
  switch (question.problem) {
    case 'least-cost':
      return {
        zh: `每年 ${one(toYuan(cost))} 元（一次性投入按使用年限分摊，工时计价）`,
        en: `${one(toYuan(cost))} yuan a year (money once spread over its years, staff hours priced)`,
      }
    case 'p-median':
      return { zh: `合计 ${one(cost)} 人·分钟（单程）`, en: `${one(cost)} person-minutes one way` }
    case 'p-centre':
      return { zh: `最远 ${one(cost)} 分钟`, en: `${one(cost)} minutes for the farthest` }
    case 'mclp':
      return { zh: `覆盖 ${one(cost)} 人`, en: `${one(cost)} people within the radius` }
    case 'scp':
      return { zh: `${one(cost)} 个点`, en: `${one(cost)} sites` }
  }
}

/** An answer to a county's siting question, for reading: its value, what is done where, and who goes how far. */
export function sitedLines(siting: CountySiting, county: County): Words[] {
  const names = new Map(
    county.facilities.map((f) => [f.id, { zh: f.name, en: f.nameEn ?? f.name }]),
  )
  const value = valueWords(siting)
  const proof = siting.optimal
    ? { zh: '已证明最优', en: 'proven optimal' }
    : { zh: '未证明最优', en: 'not proven optimal' }
  const changed = siting.sites.filter(({ action }) => action !== 'keep')
  const kept = siting.sites.length - changed.length
  const once = siting.sites.reduce((sum, { onceFen }) => sum + onceFen, 0)
  return [
    { zh: `${value.zh}；${proof.zh}`, en: `${value.en}; ${proof.en}` },
    {
      zh: `保留 ${kept} 处，变动 ${changed.length} 处，一次性投入 ${one(toYuan(once))} 元`,
      en: `${kept} sites kept, ${changed.length} changed, ${one(toYuan(once))} yuan once`,
    },
    ...changed.map(({ id, action, toKind, onceFen }) => {
      const name = names.get(id) ?? { zh: id, en: id }
      const kind = toKind === null ? '' : ` → ${toKind}`
      const money = onceFen > 0 ? `, ${one(toYuan(onceFen))}` : ''
      return {
        zh: `  ${actions[action].zh} ${name.zh}（${id}）${kind}${money}`,
        en: `  ${actions[action].en} ${name.en} (${id})${kind}${money}`,
      }
    }),
    waysLine(siting),
  ]
}

function waysLine({ settlements, radiusSeconds }: CountySiting): Words {
  const parts = settlements.flatMap(({ people, shares }) =>
    shares.map(({ share, seconds }) => ({ people: people * share, minutes: seconds / 60 })),
  )
  const all = settlements.reduce((sum, { people }) => sum + people, 0)
  const served = parts.reduce((sum, { people }) => sum + people, 0)
  const mean = parts.reduce((sum, p) => sum + p.people * p.minutes, 0) / (served || 1)
  const longest = parts.reduce((most, { minutes }) => Math.max(most, minutes), 0)
  const radius = radiusSeconds === null ? null : one(radiusSeconds / 60)
  return {
    zh: `服务 ${one(served)} / ${one(all)} 人，平均 ${one(mean)} 分钟，最远 ${one(longest)} 分钟${radius === null ? '' : `（半径 ${radius} 分钟）`}`,
    en: `${one(served)} of ${one(all)} people served, ${one(mean)} minutes on average, ${one(longest)} at most${radius === null ? '' : ` (radius ${radius})`}`,
  }
}
