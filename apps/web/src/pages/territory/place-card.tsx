import { routes } from '@kuashan/contract/routes.ts'
import type { Territory } from '@kuashan/contract/territory.ts'
import { facilityKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { Facility } from '@kuashan/core/resources/facility.ts'
import type { Settlement } from '@kuashan/core/territory/settlement.ts'
import { formatNumber, formatShare, formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Descriptions, Drawer, Flex, Tag } from 'antd'
import { useState } from 'react'
import { bandText, facilityStateWords, provenanceText } from '../../parts/places/place-words.ts'
import { editFields } from '../../parts/rows/edit-fields.ts'
import { EditRow } from '../../parts/rows/edit-row.tsx'
import { useDivisions } from '../../server/divisions.ts'
import { useServices } from '../../server/services.ts'
import { useMayIn } from '../../shell/county.tsx'
import { useOwnName } from '../../shell/own-name.ts'
import { ServedBy } from './served-by.tsx'

interface PlaceCardProps {
  territory: Territory
  id: string
  remote: boolean
  /** The newest measurement; undefined where nothing was measured. */
  measurement: string | undefined
  onClose: () => void
}

/** What is known of one settlement or building, where it was learned, what serves it, and a way to correct it. */
export function PlaceCard({ territory, id, remote, measurement, onClose }: PlaceCardProps) {
  const say = useSay()
  const own = useOwnName()
  const language = useLanguage()
  const mayIn = useMayIn(routes.corrections.edit)
  const seesIn = useMayIn(routes.corrections.row)
  const { name: divisionName } = useDivisions()
  const [editing, setEditing] = useState(false)
  const settlement = territory.settlements.find((s) => s.id === id)
  const facility = territory.facilities.find((f) => f.id === id)
  const place = settlement ?? facility
  if (!place) return null
  const table = settlement ? 'settlements' : 'facilities'
  const may = mayIn(place.division)
  return (
    <Card
      size="small"
      style={{ flex: 'none' }}
      title={
        <>
          {own(place)} {remote && <Tag color="warning">{say({ zh: '偏远', en: 'remote' })}</Tag>}
          {place.provenance.method === 'assumed' && <Tag>{say({ zh: '假定', en: 'assumed' })}</Tag>}
        </>
      }
      extra={
        <Flex gap={8}>
          {seesIn(place.division) && (
            <Button size="small" onClick={() => setEditing(true)}>
              {may
                ? say({ zh: '更正', en: 'Correct' })
                : say({ zh: '更正记录', en: 'Corrections' })}
            </Button>
          )}
          <Button size="small" onClick={onClose}>
            {say({ zh: '关闭', en: 'Close' })}
          </Button>
        </Flex>
      }
    >
      {settlement ? (
        <SettlementFacts settlement={settlement} />
      ) : (
        <FacilityFacts facility={facility!} />
      )}
      <Descriptions
        column={1}
        size="small"
        items={[
          {
            key: 'village',
            label: say({ zh: '所在村', en: 'Village' }),
            children: divisionName(place.division),
          },
          {
            key: 'from',
            label: say({ zh: '数据来源', en: 'Learned from' }),
            children: provenanceText(place.provenance, language),
          },
        ]}
      />
      {settlement && <ServedBy territory={territory} settlement={id} measurement={measurement} />}
      <Drawer
        open={editing}
        onClose={() => setEditing(false)}
        size={520}
        destroyOnHidden
        title={say({ zh: '更正：{name}', en: 'Correct: {name}' }, { name: own(place) })}
      >
        <EditRow table={table} id={id} fields={editFields[table]} mayEdit={may} />
      </Drawer>
    </Card>
  )
}

function SettlementFacts({ settlement }: { settlement: Settlement }) {
  const say = useSay()
  const language = useLanguage()
  const { permanent, registered, households, elevationM, at } = settlement
  const share =
    registered && registered > 0
      ? say(
          { zh: '（户籍的 {share}）', en: ' ({share} of those registered)' },
          { share: formatShare(permanent.total / registered, 0) },
        )
      : ''
  const items = [
    {
      key: 'permanent',
      label: say({ zh: '常住人口', en: 'Residents' }),
      children: (
        <span>
          <strong>{formatNumber(permanent.total)}</strong>
          {share}
        </span>
      ),
    },
    {
      key: 'registered',
      label: say({ zh: '户籍人口', en: 'Registered' }),
      children: registered === null ? '–' : formatNumber(registered),
    },
    {
      key: 'households',
      label: say({ zh: '户数', en: 'Households' }),
      children: households === null ? '–' : formatNumber(households),
    },
    {
      key: 'ages',
      label: say({ zh: '年龄', en: 'Ages' }),
      children:
        permanent.bands.length === 0
          ? '–'
          : permanent.bands
              .map((band) => `${bandText(band, language)} ${formatNumber(band.people)}`)
              .join(say({ zh: '，', en: '; ' })),
    },
    {
      key: 'height',
      label: say({ zh: '海拔', en: 'Height' }),
      children:
        elevationM === undefined
          ? '–'
          : say({ zh: '{n} 米', en: '{n} m' }, { n: formatNumber(elevationM) }),
    },
    {
      key: 'stop',
      label: say({ zh: '流动车', en: 'Vehicles' }),
      children: settlement.canStop
        ? say({ zh: '能停靠', en: 'can stop' })
        : say({ zh: '不能停靠', en: 'cannot stop' }),
    },
  ]
  return (
    <>
      {at === null && (
        <Tag>
          {say({
            zh: '没有坐标：不在地图上，路程也算不出',
            en: 'No coordinates: not on the map, and no travel can be found',
          })}
        </Tag>
      )}
      <Descriptions column={1} size="small" items={items} />
    </>
  )
}

function FacilityFacts({ facility }: { facility: Facility }) {
  const say = useSay()
  const language = useLanguage()
  const { name: serviceName } = useServices()
  const { kind, state, services, beds, yearCostFen, unfit } = facility
  const items = [
    {
      key: 'kind',
      label: say({ zh: '类别', en: 'Kind' }),
      children: say(facilityKindWords[kind]),
    },
    {
      key: 'state',
      label: say({ zh: '状态', en: 'State' }),
      children: say(facilityStateWords[state]),
    },
    {
      key: 'services',
      label: say({ zh: '服务', en: 'Services' }),
      children:
        services.length > 0
          ? services.map(serviceName).join(say({ zh: '、', en: ', ' }))
          : say({ zh: '这一类别的全部服务', en: 'all that its kind gives' }),
    },
    {
      key: 'cost',
      label: say({ zh: '年费用', en: 'Cost a year' }),
      children: formatYuan(yearCostFen, language),
    },
    ...(beds === undefined
      ? []
      : [{ key: 'beds', label: say({ zh: '床位', en: 'Beds' }), children: formatNumber(beds) }]),
    ...(unfit.length === 0
      ? []
      : [
          {
            key: 'unfit',
            label: say({ zh: '不能用，因为', en: 'Not usable because' }),
            children: unfit.join('; '),
          },
        ]),
  ]
  return <Descriptions column={1} size="small" items={items} />
}
