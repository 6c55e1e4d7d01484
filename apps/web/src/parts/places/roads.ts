import { addressOf } from '@kuashan/contract/client.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useQuery } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { takeAhead } from '../../server/ahead.ts'

/** Roads as the server draws them, kept while the app is open. */
export const useRoads = (county: string) =>
  useQuery({
    queryKey: ['territory.roads', county],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<FeatureCollection> => {
      const address = addressOf(routes.territory.roads, { params: { county } })
      const response = await (takeAhead(address) ?? fetch(address))
      if (!response.ok) throw new Error(`roads: ${response.status}`)
      return response.json()
    },
  })
