import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { CountyMap } from '@kuashan/ui/map/county-map.tsx'
import { colours } from '@kuashan/ui/tokens.ts'
import { Typography } from 'antd'
import { useMemo } from 'react'
import type { Known } from '../../server/names.ts'
import { useCounty } from '../../shell/county.tsx'
import { mapPlaces } from '../places/map-places.ts'
import { useRoads } from '../places/roads.ts'
import { roadKey, roadLines } from './road-options.ts'

interface RoadMapProps {
  known: Known
  chosen: string | null
  /** Roads that are closed already. */
  closed: readonly string[]
  onChoose: (road: string) => void
}

const nowhere: ReadonlySet<string> = new Set()

/** A map on which a road is clicked; the list above it chooses the same by keyboard. */
export default function RoadMap({ known, chosen, closed, onChoose }: RoadMapProps) {
  const say = useSay()
  const language = useLanguage()
  const roads = useRoads(useCounty()).data ?? null
  const key = useMemo(() => roadKey(roads), [roads])
  const places = useMemo(() => mapPlaces(known.territory, nowhere, language), [known, language])
  const lines = useMemo(() => {
    const before = roadLines(roads, new Set(closed), colours.bad)
    const now = roadLines(roads, new Set(chosen ? [chosen] : []), colours.warn)
    return { ...before, features: [...before.features, ...now.features] }
  }, [roads, closed, chosen])
  return (
    <div style={{ marginTop: 12 }}>
      <Typography.Text type="secondary">
        {say({
          zh: '也可以在地图上点一条路。红色是已经中断的，橙色是选中的。',
          en: 'Or click a road on the map. Red: closed already; orange: chosen.',
        })}
      </Typography.Text>
      <div style={{ height: 420 }}>
        <CountyMap
          label={say({ zh: '选一条路的地图', en: 'Map to choose a road on' })}
          places={places}
          roads={roads}
          lines={lines}
          selected={null}
          onSelect={() => undefined}
          onRoad={(properties) => {
            const road = key({ properties })
            if (road !== '') onChoose(road)
          }}
        />
      </div>
    </div>
  )
}
