import type { CatalogueOfCounty } from '@kuashan/contract/catalogue.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { AdoptedStandard, Level, Metric } from '@kuashan/core/catalogue/standard.ts'
import { metricText, standardLevelWords } from '@kuashan/core/catalogue/terms.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, InputNumber, Select, Typography } from 'antd'
import { useState } from 'react'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { DayField } from '../../../shell/day-field.tsx'
import { Field } from '../../../shell/field.tsx'
import { SaveDialog } from '../../../shell/save-dialog.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { TextField } from '../../../shell/text-field.tsx'
import { today } from '../../../shell/today.ts'
import { unitOf, withAdopted } from './standard-layers.ts'

interface AdoptStandardProps {
  catalogue: CatalogueOfCounty
  /** Version of the data that the change is made on. */
  version: string
  service: string | null
  onClose: () => void
}

interface Asked {
  service: string | null
  metric: Metric | null
  value: number | null
  level: Level
  document: string
  clause: string
  from: string
  reason: string
}

/** Adopts a standard, or changes one, from a day on: with document, clause and reason; kept as a revision of the data. */
export function AdoptStandard({ catalogue, version, service, onClose }: AdoptStandardProps) {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const adopt = useChange(routes.catalogue.adopt, ['catalogue', 'counties', 'territory'])
  const [asked, setAsked] = useState<Asked>({
    service,
    metric: null,
    value: null,
    level: 'county',
    document: '',
    clause: '',
    from: today(),
    reason: '',
  })
  const put = (some: Partial<Asked>) => setAsked({ ...asked, ...some })
  const { metric } = asked
  const added = AdoptedStandard.safeParse({
    ...asked,
    unit: metric ? unitOf(catalogue, metric) : '',
    reason: undefined,
  })
  const isWhole =
    added.success && [asked.document, asked.clause, asked.reason].every((t) => t.trim() !== '')
  const keep = () =>
    added.data &&
    adopt.mutate(
      {
        params: { county },
        body: { standards: withAdopted(catalogue, added.data), reason: asked.reason.trim() },
        version,
      },
      { onSuccess: onClose },
    )
  const now = catalogue.floors.find((f) => f.service === asked.service && f.metric === metric)
  return (
    <SaveDialog
      width={720}
      title={say({ zh: '采用或修改一项标准', en: 'Adopt or change a standard' })}
      ok={{ zh: '采用', en: 'Adopt' }}
      isWhole={isWhole}
      isSaving={adopt.isPending}
      error={adopt.error}
      onSave={keep}
      onClose={onClose}
    >
      <Field label={say({ zh: '服务', en: 'Service' })}>
        {(id) => (
          <SearchSelect
            id={id}
            style={{ width: '100%' }}
            value={asked.service}
            onChange={(next) => put({ service: next })}
            options={catalogue.services.map((s) => ({
              value: s.id,
              label: `${s.id} ${language === 'en' ? s.nameEn : s.nameZh}`,
            }))}
          />
        )}
      </Field>
      <Flex gap={12} wrap>
        <Field label={say({ zh: '要求什么', en: 'What is asked' })}>
          {(id) => (
            <SearchSelect
              id={id}
              style={{ width: 320 }}
              value={metric}
              onChange={(next) => put({ metric: next })}
              options={Metric.options.map((value) => ({
                value,
                label: metricText(value, '…', language),
              }))}
            />
          )}
        </Field>
        <Field label={say({ zh: '数值', en: 'Value' })}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              style={{ width: 120 }}
              value={asked.value}
              onChange={(value) => put({ value })}
            />
          )}
        </Field>
        <Field label={say({ zh: '哪一级定的', en: 'Set by which level' })}>
          {(id) => (
            <Select
              id={id}
              style={{ width: 140 }}
              value={asked.level}
              onChange={(level) => put({ level })}
              options={Level.options.map((value) => ({
                value,
                label: say(standardLevelWords[value]),
              }))}
            />
          )}
        </Field>
      </Flex>
      {now && (
        <Typography.Text type="secondary">
          {say(
            { zh: '现行：{floor}（{level}）', en: 'In force: {floor} ({level})' },
            {
              floor: metricText(now.metric, now.value, language),
              level: say(standardLevelWords[now.level]),
            },
          )}
        </Typography.Text>
      )}
      <Flex gap={12} wrap>
        <TextField
          label={say({ zh: '文件', en: 'Document' })}
          width={320}
          most={400}
          value={asked.document}
          onChange={(document) => put({ document })}
        />
        <TextField
          label={say({ zh: '条款', en: 'Clause' })}
          width={140}
          most={400}
          value={asked.clause}
          onChange={(clause) => put({ clause })}
        />
        <DayField
          label={say({ zh: '从哪天起', en: 'From' })}
          value={asked.from}
          onChange={(from) => put({ from: from ?? '' })}
        />
      </Flex>
      <TextField
        label={say({ zh: '为什么改（留痕）', en: 'Why (kept on record)' })}
        width="100%"
        most={400}
        value={asked.reason}
        onChange={(reason) => put({ reason })}
      />
      <Typography.Text type="secondary">
        {say({
          zh: '同一级原来的数值到前一天为止。采用后请重新测算；已公布的方案不变。',
          en: 'The value of the same level before it ends the day before. Measure again after adopting; published plans stay as they are.',
        })}
      </Typography.Text>
    </SaveDialog>
  )
}
