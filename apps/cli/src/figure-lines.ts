import type { CountyFigures } from '@kuashan/core/access/county-figures.ts'
import { vehicleKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'

/** The few figures of a measurement that a leader asks for first. */
export function figureLines(figures: CountyFigures, county: County): Words[] {
  return [
    ...placeLines(figures),
    ...accessLines(figures, county),
    ...costLines(figures),
    villageLine(figures),
  ]
}

function placeLines({ remote, coverage }: CountyFigures): Words[] {
  const share = (key: string) => {
    const found = coverage.remoteness.find((c) => c.key === key)
    return found ? formatShare(found.share) : '—'
  }
  const { version } = remote.definition
  const people = formatNumber(remote.people)
  return [
    {
      zh: `偏远村 ${remote.villages} 个，住着 ${formatShare(remote.share)} 的常住人口（${people} 人；偏远定义 ${version}）`,
      en: `${remote.villages} outlying villages hold ${formatShare(remote.share)} of residents (${people} people; definition ${version})`,
    },
    {
      zh: `达标（人×服务）：偏远村 ${share('remote')}，其他 ${share('near')}`,
      en: `Floors met (people × services): outlying ${share('remote')}, others ${share('near')}`,
    },
  ]
}

function accessLines({ access, leftOut }: CountyFigures, county: County): Words[] {
  const english = new Map(county.settlements.map((s) => [s.id, s.nameEn ?? s.name]))
  const [first] = access
  if (first === undefined) {
    return leftOut.includes('access')
      ? [
          {
            zh: '自然村太多，可达性指数、费用和出行只在单个县里计算',
            en: 'Too many settlements: access indices, costs and trips are reckoned for single counties only',
          },
        ]
      : []
  }
  return access.map(({ service, indices: { enhanced: e } }) => {
    const ratio = e.p90p10 === null ? '—' : formatNumber(e.p90p10, 1)
    const worst = e.worst.places.slice(0, 5)
    return {
      zh: `${service} 可达性（E2SFCA，按人口）：基尼 ${e.gini.toFixed(3)}，P90/P10 ${ratio}，最差的是 ${worst.map((p) => p.name).join('、')}`,
      en: `${service} access (E2SFCA, by people): Gini ${e.gini.toFixed(3)}, P90/P10 ${ratio}, worst ${worst.map((p) => english.get(p.settlement) ?? p.name).join(', ')}`,
    }
  })
}

function costLines({ costs }: CountyFigures): Words[] {
  return costs.flatMap(({ kind, service, ratio }): Words[] => {
    if (ratio === null) return []
    const part = (value: number) => formatNumber(value, 2)
    const { dispersion, travel, idle } = ratio
    return [
      {
        zh: `${service} 每人次费用：偏远村（${vehicleKindWords[kind].zh}）是县城的 ${part(ratio.ratio)} 倍 = 1 + 分散 ${part(dispersion)} + 路上 ${part(travel)} + 空闲 ${part(idle)}`,
        en: `${service} cost per person-time: outlying (${vehicleKindWords[kind].en}) is ${part(ratio.ratio)} times the seat = 1 + dispersion ${part(dispersion)} + travel ${part(travel)} + idle ${part(idle)}`,
      },
    ]
  })
}

function villageLine({ villages: { year, doctorAge, toVisit, coming } }: CountyFigures): Words {
  return {
    zh: `${year} 年按规则应巡访 ${toVisit.length} 个村（没有医疗机构，或村医都满 ${doctorAge} 岁）；下一年新增 ${coming.length} 个`,
    en: `${toVisit.length} villages to visit by rule in ${year} (no medical institution, or all village doctors ${doctorAge} or older); ${coming.length} more the year after`,
  }
}
