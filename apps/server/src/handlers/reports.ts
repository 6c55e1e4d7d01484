import type { ReportView } from '@kuashan/contract/reports.ts'
import { figureOf } from '@kuashan/core/figures/definitions/all-figures.ts'
import { behindFigure } from '@kuashan/core/figures/evaluate-figure.ts'
import { lintReport, ReportAsk } from '@kuashan/core/figures/report.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import {
  createReport,
  dropReport,
  listReports,
  reportVersions,
  type SavedReport,
  saveReport,
} from '@kuashan/store/queries/reports.ts'
import { keysIn, namesOfKeys } from '../county/names-of-keys.ts'
import { sideBook } from '../county/side-book.ts'
import { reportTable, workOut } from '../county/worked-report.ts'
import { mediaTypeOf } from '../files/media-type.ts'
import { reportFile } from '../files/report-file.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { refuseErrors } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

/** A list of records is read by a person: more of them would not be. */
const mostRecords = 2000

const lineOf = ({ report, name, version, madeBy, madeAt }: SavedReport) => ({
  id: report,
  name,
  version,
  madeBy,
  changedAt: new Date(madeAt).toISOString(),
})

async function view(
  access: Access,
  id: string,
  version?: number,
): Promise<{ data: ReportView; version: number }> {
  const versions = await reportVersions(access, id)
  const shown = versions.find((v) => v.version === (version ?? versions[0]!.version))
  if (!shown) throw refused('store-not-found', { what: id })
  const data = {
    ...lineOf(shown),
    ask: shown.ask,
    versions: versions.map(({ version: number, name, madeBy, madeAt }) => ({
      version: number,
      name,
      madeBy,
      madeAt: new Date(madeAt).toISOString(),
    })),
  }
  // What is saved next goes upon the newest, whichever version is looked at.
  return { data, version: versions[0]!.version }
}

function askedIn(text: string): ReportAsk {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw refused('store-value-not-possible', { what: 'ask' })
  }
  const ask = ReportAsk.safeParse(given)
  if (!ask.success) throw refused('store-value-not-possible', { what: 'ask' })
  return ask.data
}

export const reportHandlers = (desk: Desk): TopicHandlers<'reports'> => ({
  evaluate: async ({ body, caller, store }) => ({
    data: reportTable(body, await workOut(desk, store, caller, body)),
  }),
  records: async ({ body, caller, store }) => {
    const figure = figureOf(body.figure)
    if (!figure) throw refused('figure-unknown', { id: body.figure })
    const { book, input } = await sideBook(desk, store, caller, body.side, body.when.asOf)
    const { records, ...sums } = behindFigure(figure, book, body.when, body.by)
    const shown = records.slice(0, mostRecords)
    const names = namesOfKeys(input, [
      ...sums.groups.map(({ dimension, key }) => [dimension, key] as const),
      ...shown.flatMap(({ place, keys }) => [
        ...keysIn(keys),
        ...(place === null ? [] : [['place', place] as const]),
      ]),
    ])
    return { data: { total: records.length, ...sums, records: shown, names } }
  },
  file: async ({ params, query, caller, store }) => {
    const ask = askedIn(query.ask)
    const worked = await workOut(desk, store, caller, ask)
    const file = await reportFile(ask, worked, params.file)
    return { file, type: mediaTypeOf(params.file), name: params.file }
  },
  list: ({ caller, store }) =>
    store.as(caller, async (access) => ({ data: (await listReports(access)).map(lineOf) })),
  get: ({ params, query, caller, store }) =>
    store.as(caller, (access) => view(access, params.report, query.version)),
  create: ({ body, caller, store }) =>
    store.as(caller, async (access) => {
      refuseErrors(lintReport(body.ask))
      return view(access, await createReport(access, body))
    }),
  save: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      refuseErrors(lintReport(body.ask))
      await saveReport(access, params.report, body, Number(version))
      return view(access, params.report)
    }),
  drop: ({ params, version, caller, store }) =>
    store.as(caller, async (access) => {
      await dropReport(access, params.report, Number(version))
      return {}
    }),
})
