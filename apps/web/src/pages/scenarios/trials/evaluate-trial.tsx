import { routes } from '@kuashan/contract/routes.ts'
import type { TrialView } from '@kuashan/contract/trials.ts'
import type { TrialEntry } from '@kuashan/core/plan/trial.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import type { Names } from '@kuashan/ui/names.ts'
import { Button, Flex, InputNumber, Popconfirm, Select, Table, Typography } from 'antd'
import { useState } from 'react'
import { useChange } from '../../../server/server.ts'
import { useServices } from '../../../server/services.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { Field } from '../../../shell/field.tsx'
import { paged } from '../../../shell/paged.ts'
import { TextField } from '../../../shell/text-field.tsx'
import { today } from '../../../shell/today.ts'
import { Trouble } from '../../../shell/trouble.tsx'
import { decisionWords } from './trial-words.ts'

type Line = TrialView['beside'][number]

interface EvaluateTrialProps {
  trial: TrialView
  names: Names
}

const keyOf = ({ settlement, service }: { settlement: string; service: string }) =>
  `${settlement} ${service}`

/** What a trial forecast beside what happened; those who decide record, stop it, and say what becomes of it. */
export function EvaluateTrial({ trial, names }: EvaluateTrialProps) {
  const say = useSay()
  const county = useCounty()
  const { name: serviceName } = useServices()
  const mayChange = useMay(routes.trials.save)
  const save = useChange(routes.trials.save, ['trials'])
  const { id, version, beside, ...entry } = trial
  const [recorded, setRecorded] = useState(entry.recorded)
  const [result, setResult] = useState(entry.resultZh ?? '')
  const [decision, setDecision] = useState(entry.decision ?? null)
  const put = (some: Partial<TrialEntry>) =>
    save.mutate({
      params: { county, trial: id },
      body: { ...entry, recorded, ...some },
      version: String(version),
    })
  const rowOf = (line: Line) => recorded.find((row) => keyOf(row) === keyOf(line))
  const write = ({ settlement, service }: Line, some: Partial<Line['forecast']>) => {
    const key = keyOf({ settlement, service })
    const old = recorded.find((row) => keyOf(row) === key)
    const row = { settlement, service, visits: 0, personTimes: 0, ...old, ...some }
    setRecorded([...recorded.filter((one) => keyOf(one) !== key), row])
  }
  const happened = (line: Line, what: 'visits' | 'personTimes', label: string) =>
    mayChange ? (
      <InputNumber
        min={0}
        aria-label={`${names.settlement(line.settlement)} ${serviceName(line.service)} ${label}`}
        value={rowOf(line)?.[what] ?? null}
        onChange={(n) => write(line, { [what]: n ?? 0 })}
      />
    ) : (
      ((line.recorded && formatNumber(line.recorded[what])) ?? '–')
    )
  const visits = say({ zh: '实际到访', en: 'Visits made' })
  const times = say({ zh: '实际人次', en: 'Person-times served' })
  return (
    <Flex vertical gap={12} align="start">
      <Table<Line>
        size="small"
        rowKey={keyOf}
        dataSource={beside}
        pagination={paged(20)}
        columns={[
          {
            title: say({ zh: '居民点和服务', en: 'Settlement and service' }),
            render: (_, line) =>
              `${names.settlement(line.settlement)} · ${serviceName(line.service)}`,
          },
          {
            title: say({ zh: '预计到访', en: 'Visits forecast' }),
            align: 'right',
            render: (_, { forecast }) => formatNumber(forecast.visits),
          },
          { title: visits, render: (_, line) => happened(line, 'visits', visits) },
          {
            title: say({ zh: '预计人次', en: 'Person-times forecast' }),
            align: 'right',
            render: (_, { forecast }) => formatNumber(forecast.personTimes, 1),
          },
          { title: times, render: (_, line) => happened(line, 'personTimes', times) },
          {
            title: say({ zh: '比预计多几人次', en: 'More than forecast' }),
            align: 'right',
            render: (_, { difference }) =>
              difference ? formatNumber(difference.personTimes, 1) : '–',
          },
        ]}
      />
      {mayChange ? (
        <>
          <Flex gap={12} wrap align="end">
            <Button loading={save.isPending} onClick={() => put({})}>
              {say({ zh: '保存实际数', en: 'Save what happened' })}
            </Button>
            {entry.range.to > today() && entry.range.from <= today() && (
              <Popconfirm
                title={say({
                  zh: '试点到今天为止，预计也只算到今天',
                  en: 'It ends today, and its forecast counts to today',
                })}
                okText={say({ zh: '停止', en: 'Stop it' })}
                cancelText={say({ zh: '接着试', en: 'Go on' })}
                onConfirm={() => put({ range: { from: entry.range.from, to: today() } })}
              >
                <Button loading={save.isPending}>
                  {say({ zh: '今天停止…', en: 'Stop it today…' })}
                </Button>
              </Popconfirm>
            )}
          </Flex>
          <Flex gap={12} wrap align="end">
            <TextField
              label={say({ zh: '结果', en: 'Result' })}
              width={420}
              most={1000}
              value={result}
              onChange={setResult}
            />
            <Field label={say({ zh: '决定', en: 'Decision' })}>
              {(field) => (
                <Select
                  id={field}
                  allowClear
                  style={{ width: 160 }}
                  value={decision}
                  onChange={(chosen) => setDecision(chosen ?? null)}
                  options={Object.entries(decisionWords).map(([value, words]) => ({
                    value: value as keyof typeof decisionWords,
                    label: say(words),
                  }))}
                />
              )}
            </Field>
            <Button
              loading={save.isPending}
              disabled={decision === null || result.trim() === ''}
              onClick={() =>
                decision && put({ resultZh: result.trim(), decision, decidedOn: today() })
              }
            >
              {say({ zh: '定下来', en: 'Decide' })}
            </Button>
          </Flex>
        </>
      ) : (
        entry.resultZh && (
          <Typography.Text>
            <span lang="zh">{entry.resultZh}</span>
          </Typography.Text>
        )
      )}
      {save.error && <Trouble error={save.error} />}
    </Flex>
  )
}
