import { addressOf } from '@kuashan/contract/client.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { MapSource } from '@kuashan/core/territory/map-source.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { type Ground, GroundProvider } from '@kuashan/ui/map/ground.tsx'
import { type ReactNode, useMemo } from 'react'
import { useAnswer } from '../server/server.ts'

/** Where the tiles of a source are asked for: of another server, or of ours where it has the file. */
function tilesOf(source: MapSource, county: string): string {
  if (source.kind === 'address') return source.address
  const place = { z: 0, x: 0, y: 0 }
  const address = addressOf(routes.mapSource.tile, { params: { county, ...place } })
  return `${location.origin}${address.replace(/0\/0\/0$/, '{z}/{x}/{y}')}`
}

/** Gives the maps of all pages the ground that the county has chosen. */
export function MapGround({ county, children }: { county: string; children: ReactNode }) {
  const say = useSay()
  const chosen = useAnswer(routes.mapSource.get, { params: { county } })
  const source = chosen.data?.data.source ?? null
  const credit =
    source &&
    say(
      { zh: '{maker} 审图号：{approval}', en: '{maker} Approval no. {approval}' },
      { maker: source.maker, approval: source.approval },
    ).trim()
  const ground = useMemo<Ground | null>(
    () =>
      source === null || credit === null
        ? null
        : {
            tiles: tilesOf(source, county),
            minZoom: source.minZoom,
            maxZoom: source.maxZoom,
            credit,
          },
    [source, county, credit],
  )
  return <GroundProvider ground={ground}>{children}</GroundProvider>
}
