import { addressOf } from '@kuashan/contract/client.ts'
import type { PlanLine } from '@kuashan/contract/plans.ts'
import type { ReportLine, ReportTable } from '@kuashan/contract/reports.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { figureOf } from '@kuashan/core/figures/definitions/all-figures.ts'
import type { ReportAsk } from '@kuashan/core/figures/report.ts'
import { standardReports } from '@kuashan/core/figures/standard-reports.ts'
import type { CountySettings } from '@kuashan/core/plan/county.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Flex, Select, Spin } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useAnswer } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { Trouble } from '../../../shell/trouble.tsx'
import { PrintedHead } from './printed-head.tsx'
import { askOf, draftOf, type ReportDraft, withStandard } from './report-draft.ts'
import { ReportForm } from './report-form.tsx'
import { ReportResult } from './report-result.tsx'
import { type Opened, SaveReport } from './save-report.tsx'
import { useReportTable } from './use-report.ts'

/** Reports built from definitions: one that is standard, one that somebody saved, or one’s own. The address names which. */
export function ReportBuilder() {
  const county = useCounty()
  const [search] = useSearchParams()
  const wanted = search.get('report') ?? standardReports[0]!.id
  const isStandard = standardReports.some(({ id }) => id === wanted)
  const plans = useAnswer(routes.plans.list, { params: { county } })
  const here = useAnswer(routes.counties.get, { params: { county } })
  const measurements = useAnswer(routes.measures.list, { params: { county } })
  const reports = useAnswer(routes.reports.list, { params: { county } })
  const version = Number(search.get('version')) || undefined
  const saved = useAnswer(
    routes.reports.get,
    { params: { county, report: wanted }, query: { version } },
    { enabled: !isStandard },
  )
  const failed = [plans, here, measurements, reports, saved].find(({ error }) => error)
  if (failed?.error) return <Trouble error={failed.error} onRetry={() => failed.refetch()} />
  const settings = here.data?.data.settings
  const waits = !isStandard && !saved.data
  if (!plans.data || !settings || !measurements.data || !reports.data || waits)
    return <Spin size="large" />
  const opened = isStandard ? null : saved.data!
  const lines = plans.data.data.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
  const first = firstDraft(settings, lines, search.get('plan'))
  const standard = standardReports.find(({ id }) => id === wanted)
  return (
    <Builder
      // A version that is looked at, or was saved by somebody else, begins anew.
      key={`${wanted} ${opened?.data.version} ${opened?.version}`}
      wanted={wanted}
      settings={settings}
      start={opened ? draftOf(opened.data.ask) : standard ? withStandard(first, standard) : first}
      opened={opened && { id: opened.data.id, name: opened.data.name, etag: opened.version ?? '' }}
      versions={opened?.data.versions.map((v) => v.version) ?? []}
      shownVersion={opened?.data.version ?? 0}
      plans={lines}
      reports={reports.data.data}
      measurements={measurements.data.data.filter((m) => m.scenario === null).map(({ id }) => id)}
    />
  )
}

/** The plan named, else one that is published, else the newest, beside today. */
function firstDraft(
  { asOf, horizon }: CountySettings,
  plans: readonly PlanLine[],
  named: string | null,
): ReportDraft {
  const plan =
    plans.find(({ id }) => id === named) ??
    plans.find(({ step }) => step === 'published') ??
    plans[0]
  return {
    figures: [],
    by: null,
    asOf,
    from: horizon.from,
    to: horizon.to,
    cumulative: false,
    plan: plan?.id ?? null,
    baseline: 'today',
    trend: false,
  }
}

interface BuilderProps {
  wanted: string
  start: ReportDraft
  settings: CountySettings
  opened: Opened | null
  versions: readonly number[]
  shownVersion: number
  plans: readonly PlanLine[]
  reports: readonly ReportLine[]
  /** Of today, newest first. */
  measurements: readonly string[]
}

function Builder({
  wanted,
  start,
  settings,
  opened,
  versions,
  shownVersion,
  plans,
  reports,
  measurements,
}: BuilderProps) {
  const say = useSay()
  const language = useLanguage()
  const [, setSearch] = useSearchParams()
  const [draft, setDraft] = useState(start)
  const ask = askOf(draft, measurements)
  const table = useReportTable(ask)
  const standardOptions = standardReports.map(({ id, name }) => ({ value: id, label: say(name) }))
  const name = opened?.name ?? standardOptions.find((s) => s.value === wanted)?.label ?? null
  const savedOptions = reports.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Flex vertical gap={16}>
      <Flex gap={12} wrap align="center">
        <Select
          className="no-print"
          style={{ width: 300 }}
          aria-label={say({ zh: '哪份报表', en: 'Which report' })}
          value={wanted}
          options={[
            {
              label: say({ zh: '现成的', en: 'Ready-made' }),
              title: 'made',
              options: standardOptions,
            },
            ...(savedOptions.length > 0
              ? [
                  {
                    label: say({ zh: '保存的', en: 'Saved' }),
                    title: 'saved',
                    options: savedOptions,
                  },
                ]
              : []),
          ]}
          onChange={(report) => setSearch({ report })}
        />
        {versions.length > 1 && (
          <Select
            className="no-print"
            aria-label={say({ zh: '哪一版', en: 'Which version' })}
            value={shownVersion}
            options={versions.map((value) => ({
              value,
              label: say({ zh: '第 {value} 版', en: 'Version {value}' }, { value }),
            }))}
            onChange={(version) => setSearch({ report: wanted, version: String(version) })}
          />
        )}
        <SaveReport
          ask={ask}
          opened={opened}
          onSaved={(id) => setSearch(id === null ? {} : { report: id })}
        />
      </Flex>
      <div className="no-print">
        <ReportForm
          draft={draft}
          plans={plans}
          measurements={measurements.length}
          onChange={setDraft}
        />
      </div>
      {ask && <PrintedHead name={name} ask={ask} settings={settings} />}
      {ask && <TakeReport ask={ask} language={language} />}
      {ask === null && (
        <Alert
          type="info"
          showIcon
          title={say({
            zh: '选至少一个指标和日期；看历次测算要先测算过',
            en: 'Choose a figure and the days; to look back there must be a measurement',
          })}
        />
      )}
      {table.error && <Trouble error={table.error} onRetry={() => table.refetch()} />}
      {ask && table.isPending && <Spin />}
      {ask && table.data && (
        <Spin spinning={table.isPlaceholderData}>
          <Undivided findings={table.data.table.findings} />
          <ReportResult {...table.data} />
        </Spin>
      )}
    </Flex>
  )
}

/** Figures of the report that cannot be divided as asked. */
function Undivided({ findings }: { findings: ReportTable['findings'] }) {
  const say = useSay()
  const names = findings.flatMap(({ code, facts }) => {
    const figure = code === 'figure-not-divided' ? figureOf(String(facts.id)) : undefined
    return figure ? [say(figure.name)] : []
  })
  if (names.length === 0) return null
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 12 }}
      title={say(
        { zh: '不能这样分，只给合计：{names}', en: 'Not divided this way, told in all: {names}' },
        { names: names.join(say({ zh: '、', en: ', ' })) },
      )}
    />
  )
}

function TakeReport({ ask, language }: { ask: ReportAsk; language: 'zh' | 'en' }) {
  const say = useSay()
  const county = useCounty()
  const query = { ask: JSON.stringify(ask) }
  const fileOf = (kind: 'xlsx' | 'csv') =>
    addressOf(routes.reports.file, {
      params: { county, file: `report.${language}.${kind}` },
      query,
    })
  return (
    <Flex gap={16} align="center" className="no-print">
      <Button onClick={() => window.print()}>{say({ zh: '打印', en: 'Print' })}</Button>
      <a href={fileOf('xlsx')}>{say({ zh: '导出 Excel', en: 'Export to Excel' })}</a>
      <a href={fileOf('csv')}>{say({ zh: '导出 CSV', en: 'Export as CSV' })}</a>
    </Flex>
  )
}
