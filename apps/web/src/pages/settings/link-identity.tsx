import type { Account } from '@kuashan/contract/accounts.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Input, Typography } from 'antd'
import { useState } from 'react'
import { useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Field } from '../../shell/field.tsx'
import { SaveDialog } from '../../shell/save-dialog.tsx'

interface LinkIdentityProps {
  account: Account
  /** What the sign-in provider is called. */
  provider: string
  onClose: () => void
}

/** Says who somebody is for the sign-in provider; empty takes it away. */
export function LinkIdentity({ account, provider, onClose }: LinkIdentityProps) {
  const say = useSay()
  const county = useCounty()
  const [identity, setIdentity] = useState(account.identity ?? '')
  const identify = useChange(routes.accounts.identify, ['accounts'])
  const save = () =>
    identify.mutate(
      { params: { county, account: account.id }, body: { identity: identity.trim() || null } },
      { onSuccess: onClose },
    )
  return (
    <SaveDialog
      title={say(
        { zh: '{name}的{provider}身份', en: '{name} at {provider}' },
        { name: account.name, provider },
      )}
      isSaving={identify.isPending}
      error={identify.error}
      onSave={save}
      onClose={onClose}
    >
      <Typography.Paragraph type="secondary">
        {say({
          zh: '本人用它登录一次，登录页会显示这个身份；请他报给您。留空则取消。',
          en: 'When they try to sign in with it, the page shows this identity for them to tell you. Leave it empty to take it away.',
        })}
      </Typography.Paragraph>
      <Field label={say({ zh: '身份', en: 'Identity' })}>
        {(id) => (
          <Input
            id={id}
            maxLength={300}
            value={identity}
            onChange={(event) => setIdentity(event.target.value)}
          />
        )}
      </Field>
    </SaveDialog>
  )
}
