import type { MeasurementView } from '@kuashan/contract/measures.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Card, Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import type { CellFilter } from './cell-filter.ts'
import { StartMeasure } from './start-measure.tsx'

interface MeasureHeadProps {
  measurement: MeasurementView
  onDrill: (filter: CellFilter) => void
}

/** The figures that matter most, how old they are, and whether the data have changed since. */
export function MeasureHead({ measurement, onDrill }: MeasureHeadProps) {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const { coverage, madeAt, revision, gaps, remote } = measurement
  const counties = useAnswer(routes.counties.list, { params: {} }).data?.data ?? []
  const inForce = counties.find((c) => c.county === county)?.revision
  const far = coverage.remoteness.find(({ key }) => key === 'remote')
  const when = new Date(madeAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (
    <Card size="small">
      <Flex gap={24} align="center">
        <Headline title={{ zh: '达标', en: 'Met' }}>
          <Button type="link" style={figureStyle} onClick={() => onDrill({})}>
            {formatShare(coverage.all.share)}
          </Button>
        </Headline>
        {far && (
          <Headline title={{ zh: '偏远处达标', en: 'Met, remote' }}>
            <Button type="link" style={figureStyle} onClick={() => onDrill({ remote: true })}>
              {formatShare(far.share)}
            </Button>
          </Headline>
        )}
        <Headline title={{ zh: '缺口', en: 'Gaps' }}>
          <Link style={figureStyle} to="/measure?tab=gaps">
            {formatNumber(gaps.length)}
          </Link>
        </Headline>
        <Headline title={{ zh: '偏远居民点', en: 'Remote places' }}>
          <Button type="link" style={figureStyle} onClick={() => onDrill({ remote: true })}>
            {formatNumber(remote.length)}
          </Button>
        </Headline>
        <Flex vertical flex={1} style={{ minWidth: 200 }}>
          <span>{say({ zh: '测算于 {when}', en: 'Measured {when}' }, { when })}</span>
          <span>
            {say(
              { zh: '按 {day} 的数据和标准', en: 'Data and standards as of {day}' },
              { day: measurement.asOf },
            )}
          </span>
          <Button
            type="link"
            style={{ paddingInline: 0, width: 'fit-content' }}
            onClick={() => onDrill({})}
          >
            {say({ zh: '看全部记录', en: 'See all records' })}
          </Button>
        </Flex>
        <StartMeasure />
      </Flex>
      {inForce && inForce !== revision && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={say({
            zh: '县里的数据在这次测算之后改过，请重新测算',
            en: 'The county’s data changed after this measurement; measure again',
          })}
        />
      )}
    </Card>
  )
}

const figureStyle = { fontSize: 24, padding: 0, height: 'auto', lineHeight: '36px' } as const

/** A figure with what it is above it; the figure leads to its records. */
function Headline({ title, children }: { title: Words; children: ReactNode }) {
  const say = useSay()
  return (
    <Flex vertical>
      <Typography.Text type="secondary">{say(title)}</Typography.Text>
      {children}
    </Flex>
  )
}
