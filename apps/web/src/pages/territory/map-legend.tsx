import { FacilityState } from '@kuashan/core/resources/facility.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Card, Checkbox, Flex } from 'antd'
import { facilityColours, settlementColours } from '../../parts/places/map-places.ts'
import { facilityStateWords } from '../../parts/places/place-words.ts'

export interface Layers {
  settlements: boolean
  facilities: boolean
  roads: boolean
}

interface MapLegendProps {
  layers: Layers
  onLayers: (layers: Layers) => void
}

/** What the signs of the map mean; each layer can be switched. */
export function MapLegend({ layers, onLayers }: MapLegendProps) {
  const say = useSay()
  const layer = (key: keyof Layers, label: string) => (
    <Checkbox
      checked={layers[key]}
      onChange={(event) => onLayers({ ...layers, [key]: event.target.checked })}
    >
      {label}
    </Checkbox>
  )
  return (
    <Card
      size="small"
      style={{ position: 'absolute', right: 12, bottom: 12, zIndex: 1, opacity: 0.95 }}
    >
      <Flex vertical gap={2}>
        {layer('settlements', say({ zh: '居民点（越大人越多）', en: 'Settlements, by people' }))}
        <Sign colour={settlementColours.remote} text={say({ zh: '偏远', en: 'remote' })} />
        <Sign colour={settlementColours.near} text={say({ zh: '其他', en: 'other' })} />
        {layer('facilities', say({ zh: '设施', en: 'Facilities' }))}
        {FacilityState.options.map((state) => (
          <Sign
            key={state}
            ring
            colour={facilityColours[state]}
            text={say(facilityStateWords[state])}
          />
        ))}
        {layer('roads', say({ zh: '道路', en: 'Roads' }))}
      </Flex>
    </Card>
  )
}

function Sign({ colour, text, ring = false }: { colour: string; text: string; ring?: boolean }) {
  return (
    <Flex align="center" gap={8} style={{ paddingLeft: 24 }}>
      <span
        aria-hidden
        style={{
          width: 10,
          height: 10,
          borderRadius: '50%',
          border: `3px solid ${colour}`,
          background: ring ? 'transparent' : colour,
        }}
      />
      <small>{text}</small>
    </Flex>
  )
}
