import type { Account } from '@kuashan/contract/accounts.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Modal, Typography } from 'antd'
import { useState } from 'react'
import { useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { GrantFields, isGrantWhole, newGrant } from './grant-fields.tsx'

interface EditGrantsProps {
  account: Account
  onClose: () => void
}

/** What somebody may do: roles, each with its area, purposes and last day. All of it is saved together. */
export function EditGrants({ account, onClose }: EditGrantsProps) {
  const say = useSay()
  const county = useCounty()
  const [grants, setGrants] = useState(account.grants)
  const save = useChange(routes.accounts.grant, ['accounts'])
  const keep = () =>
    save.mutate(
      {
        params: { county, account: account.id },
        body: grants,
        version: String(account.version),
      },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      width={980}
      title={say({ zh: '{name} 能做什么', en: 'What {name} may do' }, { name: account.name })}
      okText={say({ zh: '保存', en: 'Save' })}
      cancelText={say({ zh: '取消', en: 'Cancel' })}
      okButtonProps={{ disabled: !grants.every(isGrantWhole) }}
      confirmLoading={save.isPending}
      onOk={keep}
      onCancel={onClose}
    >
      <Flex vertical gap={16}>
        {grants.length === 0 && (
          <Typography.Text type="secondary">
            {say({
              zh: '没有授权：可以登录，什么也看不到。',
              en: 'No grant: they can sign in and see nothing.',
            })}
          </Typography.Text>
        )}
        {grants.map((grant, at) => (
          <GrantFields
            // Rows have no name of their own; nothing but the fields is kept in them.
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list
            key={at}
            grant={grant}
            onChange={(next) => setGrants(grants.map((one, k) => (k === at ? next : one)))}
            onRemove={() => setGrants(grants.filter((_, k) => k !== at))}
          />
        ))}
        <Button style={{ alignSelf: 'start' }} onClick={() => setGrants([...grants, newGrant])}>
          {say({ zh: '再授一个角色', en: 'Grant another role' })}
        </Button>
        {save.error && <Trouble error={save.error} />}
      </Flex>
    </Modal>
  )
}
