import type { PersonLine } from '@kuashan/contract/people.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Checkbox, Flex, Input, Table, Typography } from 'antd'
import { useState } from 'react'
import { usePlaceNames } from '../../parts/places/place-names.ts'
import { useOwnEmergencies } from '../../server/emergencies.ts'
import { useChange } from '../../server/server.ts'
import { useCounty, useMay, useMe } from '../../shell/county.tsx'
import { Field } from '../../shell/field.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { ImportRegister } from './import-register.tsx'
import { PersonLook } from './person-look.tsx'
import { TakePersonOver } from './take-person-over.tsx'

/** People of one's area: found by name, pinyin, initials or identity number; seen whole one by one, with a reason. */
export default function PeoplePage() {
  const say = useSay()
  const county = useCounty()
  const search = useChange(routes.people.search, [])
  const mayImport = useMay(routes.people.import)
  const mayTake = useMay(routes.personFiles.import)
  const emergency = useOwnEmergencies(useMe())[0]
  const [why, setWhy] = useState('')
  const [typed, setTyped] = useState('')
  const [looking, setLooking] = useState<PersonLine | null>(null)
  const [chosen, setChosen] = useState(true)
  const mayUsually = useMay(routes.people.search)
  const asEmergency = emergency !== undefined && (chosen || !mayUsually)
  const query = asEmergency ? ({ emergency: 'yes' } as const) : {}
  // What an emergency opened is gone from the screen when it ends.
  const isOver = search.variables?.query?.emergency === 'yes' && emergency === undefined
  const found = isOver ? undefined : search.data?.data
  return (
    <Flex vertical gap={16}>
      <Typography.Paragraph type="secondary" style={{ margin: 0 }}>
        {say({
          zh: '查到的每个人都会连同事由记入审计。只能看到您负责范围内的人，或打开的紧急查看里的人。',
          en: 'Everybody shown is written into the audit together with your reason. You see the people of your own area, or of an emergency that you have open.',
        })}
      </Typography.Paragraph>
      {emergency && (
        <Checkbox
          checked={asEmergency}
          disabled={!mayUsually}
          onChange={({ target }) => setChosen(target.checked)}
        >
          {say({
            zh: '按打开的紧急查看来查：看到的是它打开的范围',
            en: 'Use the emergency that is open: you see the area that it opens',
          })}
        </Checkbox>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          search.mutate({ params: { county }, query, body: { typed }, why })
        }}
      >
        <Flex gap={12} align="end" wrap>
          <Field label={say({ zh: '事由', en: 'Reason' })}>
            {(id) => (
              <Input
                id={id}
                required
                maxLength={500}
                style={{ width: 280 }}
                placeholder={say({ zh: '如：入户走访前核对', en: 'e.g. before a home visit' })}
                value={why}
                onChange={(event) => setWhy(event.target.value)}
              />
            )}
          </Field>
          <Field
            label={say({
              zh: '姓名、拼音、首字母或身份证号',
              en: 'Name, pinyin, initials or identity number',
            })}
          >
            {(id) => (
              <Input
                id={id}
                required
                maxLength={100}
                autoComplete="off"
                style={{ width: 280 }}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <Button type="primary" htmlType="submit" loading={search.isPending}>
            {say({ zh: '查找', en: 'Find' })}
          </Button>
        </Flex>
      </form>
      {search.error && <Trouble error={search.error} />}
      {found && <FoundTable people={found.people} onLook={setLooking} />}
      {found?.more && (
        <Typography.Text role="status">
          {say(
            {
              zh: '只列出前 {n} 人；请多输几个字。',
              en: 'Only the first {n} are listed; type more.',
            },
            { n: formatNumber(found.people.length) },
          )}
        </Typography.Text>
      )}
      {looking && !isOver && (
        <PersonLook person={looking} query={query} why={why} onClose={() => setLooking(null)} />
      )}
      {mayImport && <ImportRegister />}
      {mayTake && <TakePersonOver />}
    </Flex>
  )
}

interface FoundTableProps {
  people: PersonLine[]
  onLook: (person: PersonLine) => void
}

function FoundTable({ people, onLook }: FoundTableProps) {
  const say = useSay()
  const placeOf = usePlaceNames()
  return (
    <Table<PersonLine>
      size="small"
      rowKey="id"
      dataSource={people}
      pagination={false}
      locale={{
        emptyText: say({
          zh: '您负责的范围内没有找到；换一种写法再试',
          en: 'Nobody found in your area; try another spelling',
        }),
      }}
      columns={[
        { title: say({ zh: '姓名', en: 'Name' }), dataIndex: 'name' },
        {
          title: say({ zh: '出生年', en: 'Born' }),
          render: (_, { birthYear }) => birthYear ?? '—',
        },
        { title: say({ zh: '住在', en: 'Lives in' }), render: (_, person) => placeOf(person) },
        {
          title: say({ zh: '身份证号', en: 'Identity number' }),
          render: (_, { identity }) => identity ?? '—',
        },
        {
          title: say({ zh: '操作', en: 'Actions' }),
          render: (_, person) => (
            <Button size="small" onClick={() => onLook(person)}>
              {say({ zh: '查看全部', en: 'See all' })}
            </Button>
          ),
        },
      ]}
    />
  )
}
