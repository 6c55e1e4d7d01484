import { routes } from '@kuashan/contract/routes.ts'
import type { Territory } from '@kuashan/contract/territory.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { CountyMap } from '@kuashan/ui/map/county-map.tsx'
import { Card, Flex, Spin } from 'antd'
import { useMemo, useState } from 'react'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { mapPlaces } from './map-places.ts'
import { PlaceCard } from './place-card.tsx'
import { PlaceTable } from './place-table.tsx'
import { useRoads } from './roads.ts'

/** Settlements, roads and buildings: on the map, and in a table beside it. */
export default function TerritoryPage() {
  const county = useCounty()
  const places = useAnswer(routes.territory.places, { params: { county } })
  if (places.isPending) return <Spin size="large" />
  if (places.error) return <Trouble error={places.error} onRetry={() => places.refetch()} />
  return <Places territory={places.data.data} />
}

function Places({ territory }: { territory: Territory }) {
  const say = useSay()
  const county = useCounty()
  const roads = useRoads(county)
  const [selected, setSelected] = useState<string | null>(null)
  const far = useMemo(() => new Set<string>(), [])
  const onMap = useMemo(() => mapPlaces(territory, far), [territory, far])
  return (
    <Flex gap={16} style={{ height: 'calc(100vh - 100px)' }}>
      <Card styles={{ body: { padding: 0, height: '100%' } }} style={{ flex: 3, minWidth: 0 }}>
        <CountyMap
          label={say({
            zh: '县域地图：居民点、道路和设施',
            en: 'Map of settlements, roads and facilities',
          })}
          places={onMap}
          roads={roads.data ?? null}
          selected={selected}
          onSelect={setSelected}
        />
      </Card>
      <Flex vertical gap={16} style={{ flex: 2, minWidth: 360, overflow: 'auto' }}>
        {selected && (
          <PlaceCard territory={territory} id={selected} onClose={() => setSelected(null)} />
        )}
        <PlaceTable territory={territory} far={far} selected={selected} onSelect={setSelected} />
      </Flex>
    </Flex>
  )
}
