import type { Territory } from '@kuashan/contract/territory.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Descriptions } from 'antd'

interface PlaceCardProps {
  territory: Territory
  id: string
  onClose: () => void
}

/** What is known of one settlement or building, with where it was learned. */
export function PlaceCard({ territory, id, onClose }: PlaceCardProps) {
  const say = useSay()
  const settlement = territory.settlements.find((s) => s.id === id)
  const facility = territory.facilities.find((f) => f.id === id)
  const place = settlement ?? facility
  if (!place) return null
  const { provenance } = place
  const from = [provenance.file, provenance.row].filter((x) => x !== undefined).join(', ')
  const lines: [label: string, value: string][] = settlement
    ? [
        [say({ zh: '常住人口', en: 'Residents' }), formatNumber(settlement.permanent.total)],
        [
          say({ zh: '户籍人口', en: 'Registered' }),
          settlement.registered === null ? '–' : formatNumber(settlement.registered),
        ],
        [
          say({ zh: '海拔', en: 'Height' }),
          settlement.elevationM === undefined ? '–' : `${formatNumber(settlement.elevationM)} m`,
        ],
      ]
    : [
        [say({ zh: '类别', en: 'Kind' }), facility!.kind],
        [say({ zh: '状态', en: 'State' }), facility!.state],
      ]
  lines.push([say({ zh: '来源', en: 'From' }), from || provenance.method])
  return (
    <Card
      size="small"
      title={place.name}
      extra={
        <Button type="text" size="small" onClick={onClose}>
          {say({ zh: '关闭', en: 'Close' })}
        </Button>
      }
    >
      <Descriptions
        column={1}
        size="small"
        items={lines.map(([label, value]) => ({ key: label, label, children: value }))}
      />
    </Card>
  )
}
