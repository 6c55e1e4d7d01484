import type { Territory } from '@kuashan/contract/territory.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Spin, Table, Tag } from 'antd'
import { Link } from 'react-router'
import { modeWords, reachText } from '../../parts/figures/figure-words.ts'
import { useCells } from '../../parts/figures/use-cells.ts'
import { useServices } from '../../server/services.ts'
import { useOwnName } from '../../shell/own-name.ts'
import { paged } from '../../shell/paged.ts'

interface ServedByProps {
  territory: Territory
  settlement: string
  measurement: string | undefined
}

/** How each service reaches a settlement, by the newest measurement. */
export function ServedBy({ territory, settlement, measurement }: ServedByProps) {
  const say = useSay()
  const language = useLanguage()
  const own = useOwnName()
  const { name: serviceName } = useServices()
  const { cells, isLoading } = useCells(measurement, { settlement })
  if (measurement === undefined)
    return (
      <Link to="/measure">
        {say({ zh: '还没有测算：去测算', en: 'Nothing measured yet: go and measure' })}
      </Link>
    )
  if (isLoading) return <Spin size="small" />
  const names = new Map(
    [...territory.settlements, ...territory.facilities].map((place) => [place.id, own(place)]),
  )
  return (
    <Table
      size="small"
      rowKey="service"
      dataSource={cells.filter((cell) => cell.people > 0)}
      pagination={paged(8)}
      columns={[
        {
          title: say({ zh: '谁来服务', en: 'Served by' }),
          render: (_, { service, reach }) => (
            <>
              {serviceName(service)}
              <div>
                <small>
                  {reach
                    ? [
                        say(modeWords[reach.mode] ?? { zh: reach.mode, en: reach.mode }),
                        names.get(reach.place) ?? reach.place,
                        reachText(reach, language),
                      ].join(' · ')
                    : say({ zh: '够不到', en: 'Not reached' })}
                </small>
              </div>
            </>
          ),
        },
        {
          title: say({ zh: '达标', en: 'Met' }),
          render: (_, { met }) =>
            met ? (
              <Tag color="success">{say({ zh: '达标', en: 'met' })}</Tag>
            ) : (
              <Tag color="error">{say({ zh: '没达标', en: 'not met' })}</Tag>
            ),
        },
      ]}
    />
  )
}
