import { addressOf } from '@kuashan/contract/client.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useQueries } from '@tanstack/react-query'
import { callServer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import type { ServiceCell } from './cell-filter.ts'

/** Records of some services of a measurement. They never change, so they are kept while the app is open. */
export function useCells(measurement: string, services: readonly string[]) {
  const county = useCounty()
  return useQueries({
    queries: services.map((service) => {
      const given = { params: { county, measurement }, query: { service } }
      return {
        queryKey: [routes.measures.cells.id, addressOf(routes.measures.cells, given)],
        staleTime: Number.POSITIVE_INFINITY,
        queryFn: async (): Promise<ServiceCell[]> =>
          (await callServer(routes.measures.cells, given)).data.map((cell) => ({
            ...cell,
            service,
          })),
      }
    }),
    combine: (answers) => ({
      cells: answers.flatMap(({ data }) => data ?? []),
      isPending: answers.some((answer) => answer.isPending),
      error: answers.find((answer) => answer.error)?.error ?? null,
    }),
  })
}
