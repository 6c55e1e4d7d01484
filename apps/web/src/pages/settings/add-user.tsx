import type { HeldGrant } from '@kuashan/contract/accounts.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { SaveDialog } from '../../shell/save-dialog.tsx'
import { GrantFields, isGrantWhole, newGrant } from './grant-fields.tsx'

interface AddUserProps {
  onAdded: (made: { name: string; token: string }) => void
  onClose: () => void
}

interface Entered {
  login: string
  name: string
  department?: string
}

/** Asks for a new user with one role; more can be granted later. */
export function AddUser({ onAdded, onClose }: AddUserProps) {
  const say = useSay()
  const county = useCounty()
  const [form] = Form.useForm<Entered>()
  const [grant, setGrant] = useState<HeldGrant>(newGrant)
  const add = useChange(routes.accounts.add, ['accounts'])
  const save = ({ login, name, department }: Entered) =>
    add.mutate(
      {
        params: { county },
        body: {
          login,
          name,
          department: department?.trim() || null,
          grants: [grant],
        },
      },
      { onSuccess: ({ data }) => onAdded({ name, token: data.token }) },
    )
  const required = [{ required: true, message: say({ zh: '请填写', en: 'Please fill in' }) }]
  return (
    <SaveDialog
      width={760}
      title={say({ zh: '添加用户', en: 'Add a user' })}
      ok={{ zh: '添加，得到链接', en: 'Add and get the link' }}
      isWhole={isGrantWhole(grant)}
      isSaving={add.isPending}
      error={add.error}
      onSave={() => form.submit()}
      onClose={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item name="name" label={say({ zh: '姓名', en: 'Name' })} rules={required}>
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="login" label={say({ zh: '登录名', en: 'Sign-in name' })} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="department"
          label={say({ zh: '部门（可不填）', en: 'Department (may stay empty)' })}
        >
          <Input />
        </Form.Item>
        <GrantFields grant={grant} onChange={setGrant} />
      </Form>
    </SaveDialog>
  )
}
