import type { AuditLine } from '@kuashan/contract/audit.ts'
import type { QueryOf } from '@kuashan/contract/route.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { Purpose, Role } from '@kuashan/core/people/role.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Input, Select, Spin, Table } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Field } from '../../shell/field.tsx'
import { SearchSelect } from '../../shell/search-select.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { whenText } from '../../shell/who-and-when.ts'
import { actionText, tableOptions, tableText } from './audit-words.ts'
import { purposeWords, roleWords } from './role-words.ts'
import { VerifyChain } from './verify-chain.tsx'

type Asked = Omit<QueryOf<typeof routes.audit.lines>, 'before'>

/** What was done and looked at, by whom and why; verified on the spot. */
export function Audit() {
  const say = useSay()
  const county = useCounty()
  const [asked, setAsked] = useState<Asked>({})
  /** Last lines of the pages before this one. */
  const [trail, setTrail] = useState<string[]>([])
  const before = trail.at(-1)
  const query = { ...asked, ...(before ? { before } : {}) }
  const lines = useAnswer(routes.audit.lines, { params: { county }, query })
  return (
    <Flex vertical gap={12}>
      <VerifyChain />
      <AuditFilter
        onAsk={(next) => {
          setAsked(next)
          setTrail([])
        }}
      />
      {lines.isPending && <Spin size="large" />}
      {lines.error && <Trouble error={lines.error} onRetry={() => lines.refetch()} />}
      {lines.data && <LineTable lines={lines.data.data.lines} />}
      <Flex gap={8} justify="end">
        <Button disabled={trail.length === 0} onClick={() => setTrail(trail.slice(0, -1))}>
          {say({ zh: '较新的', en: 'Newer' })}
        </Button>
        <Button
          disabled={!lines.data?.data.more}
          onClick={() => setTrail([...trail, lines.data!.data.lines.at(-1)!.id])}
        >
          {say({ zh: '较早的', en: 'Older' })}
        </Button>
      </Flex>
    </Flex>
  )
}

function AuditFilter({ onAsk }: { onAsk: (asked: Asked) => void }) {
  const say = useSay()
  const language = useLanguage()
  const county = useCounty()
  const people = useAnswer(routes.accounts.names, { params: { county } }).data?.data ?? []
  const [typed, setTyped] = useState<Record<string, string>>({})
  const fields = [
    { key: 'from', type: 'date', label: { zh: '从', en: 'From' } },
    { key: 'to', type: 'date', label: { zh: '到', en: 'To' } },
    { key: 'subject', type: 'text', label: { zh: '记录编号', en: 'Record' } },
  ] as const
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onAsk(Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')))
      }}
    >
      <Flex gap={12} align="end" wrap>
        {fields.map(({ key, type, label }) => (
          <Field key={key} label={say(label)}>
            {(id) => (
              <Input
                id={id}
                type={type}
                style={{ width: 170 }}
                onChange={(event) => setTyped({ ...typed, [key]: event.target.value.trim() })}
              />
            )}
          </Field>
        ))}
        <Field label={say({ zh: '谁', en: 'Who' })}>
          {(id) => (
            <SearchSelect
              id={id}
              allowClear
              style={{ width: 170 }}
              placeholder={say({ zh: '所有人', en: 'Everybody' })}
              options={people.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(account?: string) => setTyped({ ...typed, account: account ?? '' })}
            />
          )}
        </Field>
        <Field label={say({ zh: '对什么', en: 'To what' })}>
          {(id) => (
            <Select
              id={id}
              allowClear
              style={{ width: 170 }}
              placeholder={say({ zh: '全部', en: 'All' })}
              options={tableOptions(language)}
              onChange={(table?: string) => setTyped({ ...typed, table: table ?? '' })}
            />
          )}
        </Field>
        <Button htmlType="submit">{say({ zh: '查找', en: 'Find' })}</Button>
      </Flex>
    </form>
  )
}

function LineTable({ lines }: { lines: AuditLine[] }) {
  const say = useSay()
  const language = useLanguage()
  const roleOf = (text: string) => {
    const role = Role.safeParse(text)
    return role.success ? say(roleWords[role.data]) : text
  }
  const purposeOf = (text: string) => {
    const purpose = Purpose.safeParse(text)
    return purpose.success ? say(purposeWords[purpose.data]) : text
  }
  return (
    <Table<AuditLine>
      size="small"
      rowKey="id"
      dataSource={lines}
      pagination={false}
      locale={{ emptyText: say({ zh: '没有记录', en: 'No lines' }) }}
      columns={[
        { title: say({ zh: '时间', en: 'When' }), width: 150, render: (_, l) => whenText(l.at) },
        {
          title: say({ zh: '谁', en: 'Who' }),
          render: (_, l) => (l.account ? `${l.who} · ${roleOf(l.role)}` : roleOf(l.role)),
        },
        { title: say({ zh: '用途', en: 'For' }), render: (_, l) => purposeOf(l.purpose) },
        {
          title: say({ zh: '做了什么', en: 'Did' }),
          render: (_, l) => actionText(l.action, language),
        },
        {
          title: say({ zh: '对什么', en: 'To what' }),
          render: (_, l) => (
            <>
              {tableText(l.table, language)}
              <div>
                <small style={{ wordBreak: 'break-all' }}>{l.subject}</small>
              </div>
            </>
          ),
        },
        { title: say({ zh: '为什么', en: 'Why' }), render: (_, l) => l.why || '—' },
        {
          title: say({ zh: '封存', en: 'Sealed' }),
          render: (_, l) =>
            l.sealed ? say({ zh: '已封存', en: 'sealed' }) : say({ zh: '未封存', en: 'not yet' }),
        },
      ]}
    />
  )
}
