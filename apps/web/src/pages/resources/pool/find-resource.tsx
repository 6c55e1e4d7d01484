import type { Matches } from '@kuashan/contract/pool.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { clockMinute } from '@kuashan/core/kernel/clock.ts'
import { ResourceKind, ResourceNeed } from '@kuashan/core/resources/pool/shared-resource.ts'
import { formatYuan } from '@kuashan/core/words/format.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Input, Select, Table, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { DayField } from '../../../shell/day-field.tsx'
import { Field } from '../../../shell/field.tsx'
import { paged } from '../../../shell/paged.ts'
import { TextField } from '../../../shell/text-field.tsx'
import { today } from '../../../shell/today.ts'
import { Trouble } from '../../../shell/trouble.tsx'
import { PlaceField } from './place-field.tsx'
import { distanceWords, kindWords, missedWords } from './pool-words.ts'
import { SkillsField } from './skills-field.tsx'

interface Entered {
  kind: ResourceKind
  skills: string[]
  unit: string
  place: string
  date: string
  from: string
  to: string
}

const needOf = (entered: Entered) => {
  const need = ResourceNeed.safeParse({
    ...entered,
    from: clockMinute(entered.from),
    to: clockMinute(entered.to),
  })
  return need.success && need.data.from < need.data.to ? need.data : null
}

/** From a need to a booking: what is free, the own first, then near and cheap, with neighbours that lend. */
export function FindResource({ known }: { known: Known }) {
  const say = useSay()
  const county = useCounty()
  const match = useChange(routes.pool.match, [])
  const book = useChange(routes.pool.book, ['pool'])
  const mayBook = useMay(routes.pool.book)
  const [purpose, setPurpose] = useState('')
  const [entered, setEntered] = useState<Entered>(() => ({
    kind: 'device',
    skills: [],
    unit: '',
    place: '',
    date: today(),
    from: '09:00',
    to: '11:00',
  }))
  const put = (some: Partial<Entered>) => {
    setEntered({ ...entered, ...some })
    match.reset()
    book.reset()
  }
  const need = needOf(entered)
  const take = (resource: string) =>
    need &&
    book.mutate(
      { params: { county }, body: { resource, need, purpose } },
      { onSuccess: () => match.reset() },
    )
  return (
    <Flex vertical gap={12}>
      <NeedForm entered={entered} known={known} onChange={put} />
      <Flex gap={12} align="center" wrap>
        <Button
          type="primary"
          disabled={!need}
          loading={match.isPending}
          onClick={() => need && match.mutate({ params: { county }, body: need })}
        >
          {say({ zh: '找空闲的', en: 'Find what is free' })}
        </Button>
        {!need && (
          <Typography.Text type="secondary">
            {say({
              zh: '先填在哪里用、哪个单位要用、哪天几点到几点；技能可以不填。',
              en: 'First say where, which unit, on which day and from when to when; skills may stay empty.',
            })}
          </Typography.Text>
        )}
      </Flex>
      {(match.error ?? book.error) && <Trouble error={(match.error ?? book.error)!} />}
      <div role="status">
        {book.isSuccess && say({ zh: '已预订，见“预订”', en: 'Booked; see “Bookings”' })}
      </div>
      {match.data && mayBook && match.data.data.matches.length > 0 && (
        <TextField
          label={say({
            zh: '订来做什么（写了才能预订）',
            en: 'What it is booked for (needed to book)',
          })}
          width={320}
          most={500}
          value={purpose}
          onChange={setPurpose}
        />
      )}
      {match.data && (
        <MatchTable
          found={match.data.data}
          mayTake={mayBook && purpose.trim() !== ''}
          isTaking={book.isPending}
          onTake={take}
        />
      )}
    </Flex>
  )
}

interface NeedFormProps {
  entered: Entered
  known: Known
  onChange: (some: Partial<Entered>) => void
}

function NeedForm({ entered, known, onChange }: NeedFormProps) {
  const say = useSay()
  const times = [
    ['from', { zh: '几点起', en: 'From' }],
    ['to', { zh: '几点止', en: 'Until' }],
  ] as const
  return (
    <Flex gap={12} wrap align="end">
      <Field label={say({ zh: '要什么', en: 'What is needed' })}>
        {(id) => (
          <Select
            id={id}
            style={{ width: 140 }}
            value={entered.kind}
            options={ResourceKind.options.map((value) => ({ value, label: say(kindWords[value]) }))}
            onChange={(kind) => onChange({ kind })}
          />
        )}
      </Field>
      <SkillsField
        label={say({ zh: '要有的技能、配置', en: 'With which skills, kit' })}
        width={220}
        value={entered.skills}
        onChange={(skills) => onChange({ skills })}
      />
      <PlaceField
        label={say({ zh: '在哪里用', en: 'Where' })}
        value={entered.place}
        known={known}
        onChange={(place) => onChange({ place })}
      />
      <TextField
        label={say({ zh: '哪个单位要用', en: 'Which unit needs it' })}
        width={200}
        most={200}
        value={entered.unit}
        onChange={(unit) => onChange({ unit })}
      />
      <DayField
        label={say({ zh: '哪天用', en: 'On which day' })}
        value={entered.date}
        onChange={(date) => onChange({ date: date ?? '' })}
      />
      {times.map(([key, label]) => (
        <Field key={key} label={say(label)}>
          {(id) => (
            <Input
              id={id}
              type="time"
              style={{ width: 140 }}
              value={entered[key]}
              onChange={({ target }) => onChange({ [key]: target.value })}
            />
          )}
        </Field>
      ))}
    </Flex>
  )
}

interface MatchTableProps {
  found: Matches
  mayTake: boolean
  isTaking: boolean
  onTake: (resource: string) => void
}

function MatchTable({ found: { matches, missed }, mayTake, isTaking, onTake }: MatchTableProps) {
  const say = useSay()
  const language = useLanguage()
  const why = Object.entries(missed)
    .map(([reason, n]) => `${say(missedWords[reason as keyof typeof missedWords])} ${n}`)
    .join(say({ zh: '，', en: ', ' }))
  return (
    <>
      {why && (
        <Typography.Text type="secondary">
          {say({ zh: '别的不行：{why}', en: 'The others: {why}' }, { why })}
        </Typography.Text>
      )}
      <Table
        size="small"
        rowKey={({ resource }) => resource.id}
        dataSource={matches}
        pagination={paged(10)}
        locale={{ emptyText: say({ zh: '没有空闲的', en: 'Nothing is free' }) }}
        columns={[
          {
            title: say({ zh: '资源', en: 'Resource' }),
            render: (_, { resource }) => <span lang="zh">{resource.name}</span>,
          },
          {
            title: say({ zh: '归谁', en: 'Whose' }),
            render: (_, { resource }) => <span lang="zh">{resource.owner}</span>,
          },
          {
            title: say({ zh: '多远', en: 'How near' }),
            render: (_, { distance }) => say(distanceWords[distance]),
          },
          {
            title: say({ zh: '这次多少钱', en: 'Price' }),
            align: 'right',
            render: (_, { priceFen }) => formatYuan(priceFen, language),
          },
          {
            title: say({ zh: '操作', en: 'Actions' }),
            render: (_, { resource }) => (
              <Button
                size="small"
                disabled={!mayTake}
                loading={isTaking}
                onClick={() => onTake(resource.id)}
              >
                {say({ zh: '预订', en: 'Book' })}
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
