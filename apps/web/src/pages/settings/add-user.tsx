import { routes } from '@kuashan/contract/routes.ts'
import type { Grant } from '@kuashan/contract/session.ts'
import { Purpose, Role } from '@kuashan/core/people/role.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Form, Input, Modal, Select } from 'antd'
import { useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { purposeWords, roleWords, usualPurposes } from './role-words.ts'

interface AddUserProps {
  onAdded: (made: { name: string; token: string }) => void
  onClose: () => void
}

interface Entered extends Grant {
  login: string
  name: string
  department?: string
}

/** Asks for a new user with one role; more can be granted later. */
export function AddUser({ onAdded, onClose }: AddUserProps) {
  const say = useSay()
  const county = useCounty()
  const [form] = Form.useForm<Entered>()
  const add = useChange(routes.accounts.add, ['accounts'])
  const save = ({ login, name, department, role, area, purposes }: Entered) =>
    add.mutate(
      {
        params: { county },
        body: {
          login,
          name,
          department: department?.trim() || null,
          grants: [{ role, area: area.trim(), purposes }],
        },
      },
      { onSuccess: ({ data }) => onAdded({ name, token: data.token }) },
    )
  const required = [{ required: true, message: say({ zh: '请填写', en: 'Please fill in' }) }]
  return (
    <Modal
      open
      title={say({ zh: '添加用户', en: 'Add a user' })}
      okText={say({ zh: '添加，得到链接', en: 'Add and get the link' })}
      cancelText={say({ zh: '取消', en: 'Cancel' })}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={add.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'planner', area: '', purposes: usualPurposes.planner }}
        onFinish={save}
        onValuesChange={({ role }: Partial<Entered>) => {
          if (role) form.setFieldValue('purposes', usualPurposes[role])
        }}
      >
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
        <Form.Item name="role" label={say({ zh: '角色', en: 'Role' })}>
          <Select
            options={Role.options.map((value) => ({ value, label: say(roleWords[value]) }))}
          />
        </Form.Item>
        <Form.Item name="purposes" label={say({ zh: '用途', en: 'For' })} rules={required}>
          <Select
            mode="multiple"
            options={Purpose.options.map((value) => ({ value, label: say(purposeWords[value]) }))}
          />
        </Form.Item>
        <Form.Item
          name="area"
          label={say({
            zh: '范围：乡镇 9 位或村 12 位代码；空着是全县',
            en: 'Area: 9 digits of a township or 12 of a village; empty for the whole county',
          })}
          rules={[
            {
              pattern: /^(\d{9}|\d{12})?$/,
              message: say({ zh: '要 9 位或 12 位数字', en: '9 or 12 digits' }),
            },
          ]}
        >
          <Input inputMode="numeric" />
        </Form.Item>
        {add.error && <Trouble error={add.error} />}
      </Form>
    </Modal>
  )
}
