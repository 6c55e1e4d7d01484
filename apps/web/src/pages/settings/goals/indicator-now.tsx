import type { GoalNow } from '@kuashan/contract/goals.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Tag } from 'antd'
import { Link } from 'react-router'
import { useServices } from '../../../server/services.ts'

type IndicatorNow = GoalNow['indicators'][number]

/** One indicator: where it stands against this year’s and the last target, and the services and records behind it. */
export function IndicatorNow({ one }: { one: IndicatorNow }) {
  const say = useSay()
  const language = useLanguage()
  const name = language === 'en' && one.name.en ? one.name.en : one.name.zh
  const years = one.yearly.map(({ year, target }) => `${year}: ${formatShare(target)}`)
  return (
    <div>
      {name}
      {say({ zh: '：', en: ': ' })}
      {one.read ? formatShare(one.read.share) : say({ zh: '还没有测算', en: 'not measured yet' })} →{' '}
      {formatShare(one.targetThisYear)}{' '}
      {one.read &&
        (one.read.share >= one.targetThisYear ? (
          <Tag color="success">{say({ zh: '今年达到', en: 'on track this year' })}</Tag>
        ) : (
          <Tag color="warning">{say({ zh: '今年还差', en: 'behind this year' })}</Tag>
        ))}
      <div>
        <small>
          {say(
            { zh: '最终 {target}，{by} 前', en: '{target} in the end, by {by}' },
            { target: formatShare(one.target), by: one.by },
          )}
          {years.length > 0 && ` · ${years.join(say({ zh: '，', en: ', ' }))}`}
        </small>
      </div>
      <Traces one={one} />
    </div>
  )
}

/** Services that a figure is added up from, each leading to its records. */
function Traces({ one: { read, figure } }: { one: IndicatorNow }) {
  const say = useSay()
  const { name: serviceName } = useServices()
  if (!read) return null
  const isCoverage = figure.startsWith('coverage')
  return (
    <details>
      <summary>
        <small>
          {say(
            {
              zh: '{services} 项服务、{records} 条记录，{met} 条符合',
              en: '{services} services, {records} records, {met} of them met',
            },
            {
              services: read.services.length,
              records: formatNumber(read.records),
              met: formatNumber(read.recordsMet),
            },
          )}
        </small>
      </summary>
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {read.services.map(({ service, records, recordsMet }) => (
          <li key={service}>
            {isCoverage ? (
              <Link to={`/measure?service=${service}`}>{serviceName(service)}</Link>
            ) : (
              serviceName(service)
            )}
            {say(
              { zh: '：{met} / {records}', en: ': {met} of {records}' },
              { met: formatNumber(recordsMet), records: formatNumber(records) },
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
