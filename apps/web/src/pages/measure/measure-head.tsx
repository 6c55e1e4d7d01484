import type { MeasurementView } from '@kuashan/contract/measures.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber, formatShare } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Card, Flex, Statistic } from 'antd'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { StartMeasure } from './start-measure.tsx'

interface MeasureHeadProps {
  measurement: MeasurementView
  onDrill: () => void
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
        <Statistic title={say({ zh: '达标', en: 'Met' })} value={formatShare(coverage.all.share)} />
        {far && (
          <Statistic
            title={say({ zh: '偏远处达标', en: 'Met, remote' })}
            value={formatShare(far.share)}
          />
        )}
        <Statistic title={say({ zh: '缺口', en: 'Gaps' })} value={formatNumber(gaps.length)} />
        <Statistic
          title={say({ zh: '偏远居民点', en: 'Remote places' })}
          value={formatNumber(remote.length)}
        />
        <Flex vertical flex={1} style={{ minWidth: 200 }}>
          <span>{say({ zh: '测算于 {when}', en: 'Measured {when}' }, { when })}</span>
          <span>
            {say(
              { zh: '按 {day} 的数据和标准', en: 'Data and standards as of {day}' },
              { day: measurement.asOf },
            )}
          </span>
          <Button type="link" style={{ paddingInline: 0, width: 'fit-content' }} onClick={onDrill}>
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
