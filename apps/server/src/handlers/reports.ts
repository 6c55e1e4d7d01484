import type { ReportTable, ReportView } from '@kuashan/contract/reports.ts'
import { reportSheets } from '@kuashan/core/exchange/report-sheets.ts'
import { figureOf } from '@kuashan/core/figures/definitions/all-figures.ts'
import { dimensionsOf, groupsApart, recordsBehind } from '@kuashan/core/figures/evaluate-figure.ts'
import {
  evaluateReport,
  lintReport,
  ReportAsk,
  type ReportRow,
} from '@kuashan/core/figures/report.ts'
import { hasErrors } from '@kuashan/core/kernel/finding.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { csvText } from '@kuashan/engine/files/csv.ts'
import { workbookBytes } from '@kuashan/engine/files/excel.ts'
import { namesOf } from '@kuashan/pages/report/names.ts'
import type { Caller } from '@kuashan/store/database/caller.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import {
  createReport,
  dropReport,
  listReports,
  reportVersions,
  type SavedReport,
  saveReport,
} from '@kuashan/store/queries/reports.ts'
import { keysIn, namesOfKeys } from '../county/names-of-keys.ts'
import { type SideBook, sideBook } from '../county/side-book.ts'
import type { TopicHandlers } from '../serve/handler.ts'
import { NotAnswered, said } from '../serve/problem-answer.ts'
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

interface WorkedOut {
  rows: ReportRow[]
  opened: SideBook[]
}

async function workOut(
  desk: Desk,
  store: Store,
  caller: Caller,
  ask: ReportAsk,
): Promise<WorkedOut> {
  const findings = lintReport(ask)
  if (hasErrors(findings)) throw new NotAnswered(findings)
  const opened: SideBook[] = []
  for (const side of ask.sides)
    opened.push(await sideBook(desk, store, caller, side, ask.when.asOf))
  return {
    opened,
    rows: evaluateReport(
      ask,
      opened.map(({ book }) => book),
    ),
  }
}

function tableOf(ask: ReportAsk, { rows, opened }: WorkedOut): ReportTable {
  const figures = ask.figures.map(figureOf).filter((figure) => figure !== undefined)
  return {
    sides: opened.map(({ name, asOf }, k) => ({ side: ask.sides[k]!, name, asOf })),
    figures: figures.map((figure) => ({
      id: figure.id,
      name: figure.name,
      counts: figure.counts,
      time: figure.time,
      unit: figure.unit,
      dimensions: dimensionsOf(figure),
    })),
    rows,
    names: namesOfKeys(
      opened.at(-1)!.input,
      rows.flatMap(({ key }) => (key === null || ask.by === null ? [] : [[ask.by, key] as const])),
    ),
    findings: lintReport(ask).map(said),
  }
}

/** The report as sheets, named by the data of its last side. */
function sheetsOf(ask: ReportAsk, { rows, opened }: WorkedOut, language: Language) {
  const sides = opened.map(({ name }) => name[language])
  return reportSheets({ ask, rows, sides }, namesOf(opened.at(-1)!.input, language), language)
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
    data: tableOf(body, await workOut(desk, store, caller, body)),
  }),
  records: async ({ body, caller, store }) => {
    const figure = figureOf(body.figure)
    if (!figure) throw refused('figure-unknown', { id: body.figure })
    const { book, input } = await sideBook(desk, store, caller, body.side, body.when.asOf)
    const behind = recordsBehind(figure, book, body.when, body.by)
    const shown = behind.slice(0, mostRecords)
    const sum = (of: (record: (typeof behind)[number]) => number) =>
      behind.reduce((n, record) => n + of(record), 0)
    const { formula } = figure
    const groups = groupsApart(figure, behind).flatMap(({ key, value }) =>
      formula.of === 'gap' ? [{ dimension: formula.between, key, value }] : [],
    )
    const isRatio = behind.some(({ bottom }) => bottom !== null)
    return {
      data: {
        total: behind.length,
        top: sum(({ top }) => top),
        bottom: isRatio ? sum(({ bottom }) => bottom ?? 0) : null,
        records: shown.map(({ id, source, on, place, keys, top, bottom }) => ({
          id,
          source,
          on,
          place,
          keys,
          top,
          bottom,
        })),
        groups,
        names: namesOfKeys(input, [
          ...groups.map(({ dimension, key }) => [dimension, key] as const),
          ...shown.flatMap(({ place, keys }) => [
            ...keysIn(keys),
            ...(place === null ? [] : [['place', place] as const]),
          ]),
        ]),
      },
    }
  },
  file: async ({ params, query, caller, store }) => {
    const ask = askedIn(query.ask)
    const [, language, kind] = params.file.split('.') as [string, Language, 'xlsx' | 'csv']
    const sheets = sheetsOf(ask, await workOut(desk, store, caller, ask), language)
    if (kind === 'xlsx')
      return {
        file: await workbookBytes(sheets),
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        name: params.file,
      }
    const { headings, rows } = sheets[0]!
    const text = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
    const file = csvText({ headings, rows: text })
    return { file, type: 'text/csv; charset=utf-8', name: params.file }
  },
  list: ({ caller, store }) =>
    store.as(caller, async (access) => ({ data: (await listReports(access)).map(lineOf) })),
  get: ({ params, query, caller, store }) =>
    store.as(caller, (access) => view(access, params.report, query.version)),
  create: ({ body, caller, store }) =>
    store.as(caller, async (access) => {
      const findings = lintReport(body.ask)
      if (hasErrors(findings)) throw new NotAnswered(findings)
      return view(access, await createReport(access, body))
    }),
  save: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const findings = lintReport(body.ask)
      if (hasErrors(findings)) throw new NotAnswered(findings)
      await saveReport(access, params.report, body, Number(version))
      return view(access, params.report)
    }),
  drop: ({ params, version, caller, store }) =>
    store.as(caller, async (access) => {
      await dropReport(access, params.report, Number(version))
      return {}
    }),
})
