import {
  comparedWayWords,
  type EqualRow,
  type WayFigures,
} from '@kuashan/core/plan/equal-coverage.ts'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import type { Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'

/** One way of serving, under the heading of the needs that it is compared on. */
interface Line {
  heading: string
  name: Words
  figures: WayFigures
  people: number
}

const capitalOf = ({ capitalFen }: WayFigures): number =>
  Object.values(capitalFen).reduce((sum, fen) => sum + fen, 0)

/** The plan beside today, all-fixed and all-mobile, each on the needs that both meet; nothing where it was not compared. */
export function equalCoverageSection(context: Context): Markup | null {
  const { equalCoverage } = context.plan
  if (equalCoverage === undefined) return null
  const { plan, people, rows } = equalCoverage
  const lines: Line[] = [
    { heading: wholeHeading(context), name: planWords, figures: plan, people: people.met },
    ...rows.flatMap((row): Line[] => {
      const heading = headingOf(context, row)
      return [
        { heading, name: comparedWayWords[row.way], figures: row.figures, people: row.people },
        {
          heading,
          name: jointWords[row.joint.from],
          figures: row.joint.figures,
          people: row.people,
        },
      ]
    }),
  ]
  return section(context, 'equal-coverage', title, tableOf(context, lines), definition)
}

const title: Words = { zh: '同等覆盖下的费用', en: 'Cost at equal coverage' }
const planWords: Words = { zh: '本方案', en: 'This plan' }

const jointWords: Record<EqualRow['joint']['from'], Words> = {
  plan: { zh: '本方案（同样的需要）', en: 'This plan (the same needs)' },
  search: { zh: '只为这些需要做的联合方案', en: 'Joint plan of just these needs' },
  way: {
    zh: '联合方案：与上一行相同，没有找到更省的',
    en: 'Joint plan: the same as above, nothing cheaper was found',
  },
}

const definition: Words = {
  zh: '每一组只比较双方都满足的需要（自然村×服务的每条底线），覆盖不同的从不直接比。今天的样子：今天的场所、班次原样。今天的办法，加到同样多：今天的场所和班次照旧，还差的用最省的办法补上，可以另购车辆。全靠固定：人到场所和站点来，或人员上门，没有车来，也不接送。全靠流动：车来或人员上门，不新建场所和站点，也不把人接到场所去。接送既要车又要场所，两边都不算，只有联合方案能用。其他办法不受编制和资金限制，多用的写在表里；车辆不够就按现有同类车购置，计其每年费用。三栏费用不相加；岗位是比今天多用的工时折合的全职岗位。',
  en: 'Each group compares only needs (every floor of a settlement × service) that both meet; different coverage is never compared. Today as it is: its sites and timetable. Today, extended: both go on, and what is missing is added in the cheapest way, with vehicles bought if need be. All fixed: people come to sites and stations, or staff call; no vehicle comes and nobody is driven. All mobile: vehicles come or staff call; no new site or station, and nobody is driven to one. A ride takes a vehicle and a site: only the joint plan has it. The other ways have no limit of posts or money; what they use stands in the table. Where vehicles are short, more of the kind are bought at their yearly cost. The three columns are never added; posts are the hours beyond today’s as full-time posts.',
}

const needsText = ({ t }: Context, needs: number, people: number): string =>
  t({
    zh: `双方都满足 ${formatNumber(needs)} 项需要，${formatNumber(people)} 人×服务`,
    en: `${formatNumber(needs)} needs met by both, ${formatNumber(people)} people × services`,
  })

const wholeHeading = ({ plan, t }: Context): string => {
  const { needs, people } = plan.equalCoverage!
  return t({
    zh: `本方案：满足 ${formatNumber(needs.met)} / ${formatNumber(needs.all)} 项需要，${formatNumber(people.met)} / ${formatNumber(people.all)} 人×服务`,
    en: `This plan: ${formatNumber(needs.met)} of ${formatNumber(needs.all)} needs met, ${formatNumber(people.met)} of ${formatNumber(people.all)} people × services`,
  })
}

/** Names of services that a heading lists at most. */
const mostNamed = 4

function headingOf(context: Context, row: EqualRow): string {
  const { t, names, language } = context
  const head = `${t(comparedWayWords[row.way])}${language === 'zh' ? '：' : ': '}${needsText(context, row.needs, row.people)}`
  if (row.notCovered.length === 0) return head
  const sum = (of: 'needs' | 'people') => row.notCovered.reduce((n, x) => n + x[of], 0)
  const comma = language === 'zh' ? '、' : ', '
  const named = row.notCovered
    .slice(0, mostNamed)
    .map((n) => `${names.service(n.service)} ${formatNumber(n.needs)}`)
    .join(comma)
  const rest = row.notCovered.length > mostNamed ? '…' : ''
  return `${head}${t({
    zh: `；它做不到、本方案做到的 ${formatNumber(sum('needs'))} 项，${formatNumber(sum('people'))} 人×服务（${named}${rest}）`,
    en: `; met by this plan and not in this way: ${formatNumber(sum('needs'))} needs, ${formatNumber(sum('people'))} people × services (${named}${rest})`,
  })}`
}

function tableOf(context: Context, lines: readonly Line[]): Markup {
  const { t, language } = context
  const yuan = (fen: number) => formatYuan(fen, language)
  const number = (head: Words, cell: (line: Line) => string) => ({ head, cell, numeric: true })
  return table<Line>(
    context,
    [
      { head: { zh: '办法', en: 'Way' }, cell: (l) => t(l.name) },
      number({ zh: '现金，每年', en: 'Cash, a year' }, (l) => yuan(l.figures.cashFen)),
      number({ zh: '一次性投入', en: 'Capital' }, (l) => yuan(capitalOf(l.figures))),
      number({ zh: '工时，每年', en: 'Staff hours, a year' }, (l) =>
        formatNumber(l.figures.staffHours),
      ),
      number({ zh: '每达标一人×服务的现金', en: 'Cash a person × service reached' }, (l) =>
        l.people > 0 ? yuan(l.figures.cashFen / l.people) : '—',
      ),
      number({ zh: '出车（购）', en: 'Vehicles out (bought)' }, ({ figures }) =>
        figures.bought > 0
          ? `${formatNumber(figures.vehicles)} (${formatNumber(figures.bought)})`
          : formatNumber(figures.vehicles),
      ),
      number({ zh: '出车日', en: 'Vehicle-days' }, (l) => formatNumber(l.figures.daysOut)),
      number({ zh: '新场所', en: 'New sites' }, (l) => formatNumber(l.figures.newSites)),
      number({ zh: '岗位', en: 'Posts' }, (l) => formatNumber(l.figures.posts, 1)),
    ],
    lines,
    (line) => line.heading,
  )
}
