import { routes } from '@kuashan/contract/routes.ts'
import type { Territory } from '@kuashan/contract/territory.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { CountyMap } from '@kuashan/ui/map/county-map.tsx'
import { Card, Flex, Spin } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { mapPlaces } from '../../parts/places/map-places.ts'
import { useRoads } from '../../parts/places/roads.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { useFoundPlaces } from '../../shell/place-finder.ts'
import { type Layers, MapLegend } from './map-legend.tsx'
import { PlaceCard } from './place-card.tsx'
import { filterFacilities, filterSettlements, noPlaceFilter } from './place-filter.ts'
import { PlaceLists } from './place-lists.tsx'

/** Settlements and facilities: on the map, and in lists beside it. `?place=` is what is looked at, also a village or township. */
export function Places({ territory }: { territory: Territory }) {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const roads = useRoads(county).data ?? null
  const measured = useAnswer(routes.measures.latest, { params: { county } }).data?.data
  const remote = useMemo(() => new Set(measured?.remote ?? []), [measured])
  const [query, setQuery] = useSearchParams()
  const selected = query.get('place')
  const select = (id: string | null) => setQuery(id === null ? {} : { place: id })
  const [narrowed, setFilter] = useState(noPlaceFilter)
  const [typed, setTyped] = useState('')
  const isMapBegun = useDeferredValue(true, false)
  const found = useFoundPlaces(territory, typed)
  const asked = territory.divisions.find(({ code }) => code === selected)?.code
  const filter = useMemo(
    () => ({ ...narrowed, found, ...(asked ? { division: asked } : {}) }),
    [narrowed, asked, found],
  )
  const [layers, setLayers] = useState<Layers>({ settlements: true, facilities: true, roads: true })
  const settlements = useMemo(
    () => filterSettlements(territory.settlements, remote, filter),
    [territory, remote, filter],
  )
  const facilities = useMemo(
    () => filterFacilities(territory.facilities, filter),
    [territory, filter],
  )
  const onMap = useMemo(
    () =>
      mapPlaces(
        {
          settlements: layers.settlements ? settlements : [],
          facilities: layers.facilities ? facilities : [],
        },
        remote,
        language,
      ),
    [settlements, facilities, remote, layers, language],
  )
  return (
    <Flex gap={16} style={{ height: 'calc(100vh - 190px)', minHeight: 480 }}>
      <Card
        styles={{ body: { padding: 0, height: '100%', position: 'relative' } }}
        style={{ flex: 3, minWidth: 0 }}
      >
        <CountyMap
          label={say({
            zh: '县域地图：居民点、道路和设施，名单在右边',
            en: 'Map of settlements, roads and facilities; the lists are at the right',
          })}
          places={onMap}
          roads={layers.roads ? roads : null}
          selected={selected}
          onSelect={select}
        />
        <MapLegend layers={layers} onLayers={setLayers} />
      </Card>
      <Flex vertical gap={12} style={{ flex: 2, minWidth: 420, overflow: 'auto' }}>
        {selected && !asked && (
          <PlaceCard
            key={selected}
            territory={territory}
            id={selected}
            remote={remote.has(selected)}
            measurement={measured?.id}
            onClose={() => select(null)}
          />
        )}
        {isMapBegun ? (
          <PlaceLists
            territory={territory}
            settlements={settlements}
            facilities={facilities}
            remote={remote}
            filter={filter}
            onFilter={(changed) => {
              if (asked) select(null)
              setFilter(changed)
            }}
            onTyped={setTyped}
            selected={selected}
            onSelect={select}
          />
        ) : (
          <Spin />
        )}
      </Flex>
    </Flex>
  )
}
