import type { ReportTable } from '@kuashan/contract/reports.ts'
import type { AnswerOf, BodyOf } from '@kuashan/contract/route.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { ReportAsk } from '@kuashan/core/figures/report.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { callServer } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'

/** The report worked out; what stood before stays on the screen until the new one has come. */
export function useReportTable(ask: ReportAsk | null) {
  const county = useCounty()
  return useQuery<{ ask: ReportAsk; table: ReportTable }>({
    queryKey: [routes.reports.evaluate.id, county, ask],
    queryFn: async () => {
      const call = { params: { county }, body: ask! }
      return { ask: ask!, table: (await callServer(routes.reports.evaluate, call)).data }
    },
    enabled: ask !== null,
    placeholderData: keepPreviousData,
  })
}

/** A figure of a side, in all or of one key. */
export type RecordsAsked = BodyOf<typeof routes.reports.records>

export type RecordsFound = AnswerOf<typeof routes.reports.records>

/** The records behind a figure. */
export function useRecords(asked: RecordsAsked) {
  const county = useCounty()
  return useQuery({
    queryKey: [routes.reports.records.id, county, asked],
    queryFn: async () =>
      (await callServer(routes.reports.records, { params: { county }, body: asked })).data,
  })
}
