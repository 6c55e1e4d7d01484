import type { Account } from '@kuashan/contract/accounts.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { SaveDialog } from '../../shell/save-dialog.tsx'
import { useRows } from '../../shell/use-rows.ts'
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
  const { edited, add } = useRows(grants, setGrants)
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
    <SaveDialog
      width={980}
      title={say({ zh: '{name} 能做什么', en: 'What {name} may do' }, { name: account.name })}
      isWhole={grants.every(isGrantWhole)}
      isSaving={save.isPending}
      error={save.error}
      onSave={keep}
      onClose={onClose}
    >
      {grants.length === 0 && (
        <Typography.Text type="secondary">
          {say({
            zh: '没有授权：可以登录，什么也看不到。',
            en: 'No grant: they can sign in and see nothing.',
          })}
        </Typography.Text>
      )}
      {edited.map(({ key, row, onChange, onRemove }) => (
        <GrantFields key={key} grant={row} onChange={onChange} onRemove={onRemove} />
      ))}
      <Button style={{ alignSelf: 'start' }} onClick={() => add(newGrant)}>
        {say({ zh: '再授一个角色', en: 'Grant another role' })}
      </Button>
    </SaveDialog>
  )
}
