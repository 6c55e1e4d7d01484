import type { LooseObjection } from '@kuashan/contract/concerns.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { ConcernSeverity } from '@kuashan/core/plan/concern.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Input, InputNumber, Select, Typography } from 'antd'
import { useState } from 'react'
import { useChange } from '../../server/server.ts'
import { useServices } from '../../server/services.ts'
import { useCounty } from '../../shell/county.tsx'
import { DayField } from '../../shell/day-field.tsx'
import { Field } from '../../shell/field.tsx'
import { SaveDialog } from '../../shell/save-dialog.tsx'
import { SearchSelect } from '../../shell/search-select.tsx'
import { today } from '../../shell/today.ts'
import { severityWords } from './concern-words.ts'
import { usePlaces } from './use-places.ts'

interface EnterConcernProps {
  /** The objection it is taken from; null where somebody tells of it. */
  from: LooseObjection | null
  onClose: () => void
}

/** A concern as a steward, a township, an agent or a planner enters it. */
export function EnterConcern({ from, onClose }: EnterConcernProps) {
  const say = useSay()
  const county = useCounty()
  const { villages, peopleIn } = usePlaces()
  const { options: services } = useServices()
  const raise = useChange(routes.concerns.raise, ['concerns'])
  const [village, setVillage] = useState(
    from?.village ?? (villages.length === 1 ? villages[0]!.value : ''),
  )
  const [service, setService] = useState<string | null>(null)
  const [body, setBody] = useState(from?.body ?? '')
  const [people, setPeople] = useState<number | null>(from ? peopleIn(from.village) : null)
  const [severity, setSeverity] = useState<ConcernSeverity>('hardship')
  const [saidOn, setSaidOn] = useState<string>(from ? from.madeAt.slice(0, 10) : today())
  const [votes, setVotes] = useState<number | null>(0)
  const isWhole = /^\d{12}$/.test(village) && body.trim() !== '' && (people ?? 0) >= 1
  const keep = () =>
    raise
      .mutateAsync({
        params: { county },
        body: {
          village,
          settlement: from?.settlement ?? null,
          service,
          body: body.trim(),
          people: people ?? 1,
          severity,
          saidOn,
          votes: votes ?? 0,
          from: from && { plan: from.plan, objection: from.objection },
        },
      })
      .then(onClose)
      .catch(() => undefined)
  return (
    <SaveDialog
      width={720}
      title={say({ zh: '登记一件事', en: 'Enter a concern' })}
      isWhole={isWhole}
      isSaving={raise.isPending}
      error={raise.error}
      onSave={keep}
      onClose={onClose}
    >
      <Typography.Text type="secondary">
        {say({
          zh: '写事情，不写姓名和证件号。',
          en: 'Write what it is about; no names and no identity numbers.',
        })}
      </Typography.Text>
      <Field label={say({ zh: '什么事', en: 'What it is' })}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={4000}
            value={body}
            onChange={({ target }) => setBody(target.value)}
          />
        )}
      </Field>
      <Flex gap={12} wrap>
        <Field label={say({ zh: '哪个村', en: 'Village' })}>
          {(id) =>
            villages.length > 0 ? (
              <SearchSelect
                id={id}
                style={{ width: 240 }}
                value={village}
                onChange={setVillage}
                options={villages}
              />
            ) : (
              <Input
                id={id}
                style={{ width: 240 }}
                inputMode="numeric"
                value={village}
                onChange={({ target }) => setVillage(target.value.trim())}
              />
            )
          }
        </Field>
        <Field label={say({ zh: '关于哪项服务（可不填）', en: 'Service (may stay empty)' })}>
          {(id) => (
            <SearchSelect
              id={id}
              allowClear
              style={{ width: 300 }}
              value={service}
              onChange={(chosen) => setService(chosen ?? null)}
              options={services}
            />
          )}
        </Field>
      </Flex>
      <Flex gap={12} wrap>
        <Field label={say({ zh: '涉及多少人', en: 'People concerned' })}>
          {(id) => <InputNumber id={id} min={1} value={people} onChange={setPeople} />}
        </Field>
        <Field label={say({ zh: '轻重', en: 'Severity' })}>
          {(id) => (
            <Select
              id={id}
              style={{ width: 140 }}
              value={severity}
              onChange={setSeverity}
              options={ConcernSeverity.options.map((value) => ({
                value,
                label: say(severityWords[value]),
              }))}
            />
          )}
        </Field>
        <DayField
          label={say({ zh: '最早哪天提出', en: 'First raised on' })}
          value={saidOn}
          onChange={(day) => day && setSaidOn(day)}
        />
        <Field label={say({ zh: '村民的票', en: 'Residents’ votes' })}>
          {(id) => <InputNumber id={id} min={0} value={votes} onChange={setVotes} />}
        </Field>
      </Flex>
    </SaveDialog>
  )
}
