import type { Account } from '@kuashan/contract/accounts.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Popconfirm, Spin, Table, Tag } from 'antd'
import { useState } from 'react'
import { useAnswer, useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { paged } from '../../shell/paged.ts'
import { useRowSearch } from '../../shell/row-search.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { AddUser } from './add-user.tsx'
import { EditGrants } from './edit-grants.tsx'
import { LinkIdentity } from './link-identity.tsx'
import { OneTimeLink } from './one-time-link.tsx'
import { purposeWords, roleWords } from './role-words.ts'

/** A one-time link that was just made, and whose it is. */
interface Made {
  name: string
  token: string
}

/** Who may sign in and what they may do; add somebody, send a new link, close an account. */
export function Users() {
  const say = useSay()
  const county = useCounty()
  const accounts = useAnswer(routes.accounts.list, { params: { county } })
  const { box, findRows } = useRowSearch(say({ zh: '在用户里找', en: 'Find a user' }))
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const [edited, setEdited] = useState<Account | null>(null)
  const [linking, setLinking] = useState<Account | null>(null)
  const provider = useAnswer(routes.session.provider, { params: {} }).data?.data.name ?? null
  const invite = useChange(routes.accounts.invite, ['accounts'])
  const close = useChange(routes.accounts.close, ['accounts'])
  if (accounts.isPending) return <Spin size="large" />
  if (accounts.error) return <Trouble error={accounts.error} onRetry={() => accounts.refetch()} />
  const error = invite.error ?? close.error
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} wrap>
        <Button type="primary" onClick={() => setAdding(true)}>
          {say({ zh: '添加用户', en: 'Add a user' })}
        </Button>
        {box}
      </Flex>
      {made && <OneTimeLink {...made} onClose={() => setMade(null)} />}
      {error && <Trouble error={error} />}
      <UserTable
        accounts={findRows(accounts.data.data, ({ name, login, department }) => [
          name,
          login,
          department ?? '',
        ])}
        onEdit={setEdited}
        provider={provider}
        onLink={setLinking}
        onInvite={({ id, name }) =>
          invite.mutate(
            { params: { county, account: id } },
            { onSuccess: ({ data }) => setMade({ name, token: data.token }) },
          )
        }
        onClose={({ id, version }) =>
          close.mutate({ params: { county, account: id }, version: String(version) })
        }
      />
      {edited && <EditGrants account={edited} onClose={() => setEdited(null)} />}
      {linking && provider && (
        <LinkIdentity account={linking} provider={provider} onClose={() => setLinking(null)} />
      )}
      {adding && (
        <AddUser
          onAdded={(added) => {
            setMade(added)
            setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Flex>
  )
}

interface UserTableProps {
  accounts: Account[]
  onEdit: (account: Account) => void
  /** What the sign-in provider is called; null where there is none. */
  provider: string | null
  onLink: (account: Account) => void
  onInvite: (account: Account) => void
  onClose: (account: Account) => void
}

function UserTable({ accounts, provider, onLink, onEdit, onInvite, onClose }: UserTableProps) {
  const say = useSay()
  const me = useAnswer(routes.session.me, { params: {} }).data?.data
  return (
    <Table<Account>
      size="small"
      rowKey="id"
      dataSource={accounts}
      pagination={paged(20)}
      columns={[
        { title: say({ zh: '姓名', en: 'Name' }), dataIndex: 'name' },
        { title: say({ zh: '登录名', en: 'Sign-in name' }), dataIndex: 'login' },
        {
          title: say({ zh: '部门', en: 'Department' }),
          render: (_, { department }) => department ?? '—',
        },
        {
          title: say({ zh: '能做什么', en: 'May do' }),
          render: (_, { grants }) => <Grants grants={grants} />,
        },
        {
          title: say({ zh: '状态', en: 'State' }),
          render: (_, { state }) =>
            state === 'active' ? (
              <Tag color="success">{say({ zh: '在用', en: 'Active' })}</Tag>
            ) : (
              <Tag>{say({ zh: '已停用', en: 'Closed' })}</Tag>
            ),
        },
        {
          title: say({ zh: '操作', en: 'Actions' }),
          render: (_, account) =>
            account.state === 'active' &&
            account.id !== me?.account && (
              <Flex gap={8}>
                <Button size="small" onClick={() => onEdit(account)}>
                  {say({ zh: '授权', en: 'Grants' })}
                </Button>
                <Button size="small" onClick={() => onInvite(account)}>
                  {say({ zh: '新链接', en: 'New link' })}
                </Button>
                {provider && (
                  <Button size="small" onClick={() => onLink(account)}>
                    {say({ zh: '{provider}身份', en: '{provider}' }, { provider })}
                  </Button>
                )}
                <Popconfirm
                  title={say(
                    { zh: '停用 {name}？会立即退出。', en: 'Close {name}? Signed out at once.' },
                    { name: account.name },
                  )}
                  okText={say({ zh: '停用', en: 'Close' })}
                  cancelText={say({ zh: '不停用', en: 'Keep' })}
                  onConfirm={() => onClose(account)}
                >
                  <Button size="small" danger>
                    {say({ zh: '停用', en: 'Close' })}
                  </Button>
                </Popconfirm>
              </Flex>
            ),
        },
      ]}
    />
  )
}

function Grants({ grants }: Pick<Account, 'grants'>) {
  const say = useSay()
  if (grants.length === 0) return '—'
  return grants.map(({ role, area, purposes, until }) => (
    <div key={`${role} ${area} ${until} ${purposes.join()}`}>
      {say(roleWords[role])} · {area === '' ? say({ zh: '全县', en: 'whole county' }) : area} ·{' '}
      {purposes.map((purpose) => say(purposeWords[purpose])).join(say({ zh: '、', en: ', ' }))}
      {until && ` · ${say({ zh: '到 {day}', en: 'until {day}' }, { day: until })}`}
    </div>
  ))
}
