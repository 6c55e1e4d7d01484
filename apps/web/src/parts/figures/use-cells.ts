import { routes } from '@kuashan/contract/routes.ts'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'

/** Records of a measurement: of one service, of one settlement, or all; none while `measurement` is not known. */
export function useCells(
  measurement: string | undefined,
  only: { service?: string | undefined; settlement?: string | undefined },
) {
  const county = useCounty()
  const { data, isLoading, error } = useAnswer(
    routes.measures.cells,
    { params: { county, measurement: measurement ?? '' }, query: { ...only } },
    { enabled: measurement !== undefined },
  )
  return { cells: data?.data ?? none, isLoading, error }
}

const none: [] = []
