import type { ConcernLine } from '@kuashan/contract/concerns.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Checkbox, Flex, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Field } from '../../shell/field.tsx'
import { today } from '../../shell/today.ts'
import { Trouble } from '../../shell/trouble.tsx'

interface RaiseAgainProps {
  concern: ConcernLine
  onClose: () => void
}

/** One more time that a concern was raised, or votes of residents for it. */
export function RaiseAgain({ concern, onClose }: RaiseAgainProps) {
  const say = useSay()
  const county = useCounty()
  const again = useChange(routes.concerns.again, ['concerns'])
  const [raised, setRaised] = useState(true)
  const [saidOn, setSaidOn] = useState<string>(today())
  const [votes, setVotes] = useState<number | null>(0)
  const keep = () =>
    again
      .mutateAsync({
        params: { county, concern: concern.id },
        body: { saidOn, raised, votes: votes ?? 0, note: '' },
      })
      .then(onClose)
      .catch(() => undefined)
  return (
    <Modal
      open
      title={say({ zh: '又有人提', en: 'Raised again' })}
      okText={say({ zh: '保存', en: 'Save' })}
      cancelText={say({ zh: '取消', en: 'Cancel' })}
      okButtonProps={{ disabled: !raised && !votes }}
      confirmLoading={again.isPending}
      onOk={keep}
      onCancel={onClose}
    >
      <Flex vertical gap={12}>
        <div lang="zh">{concern.body}</div>
        <Checkbox checked={raised} onChange={({ target }) => setRaised(target.checked)}>
          {say({ zh: '算作又提了一次', en: 'Count it as raised once more' })}
        </Checkbox>
        <Flex gap={12} wrap>
          <Field label={say({ zh: '哪天', en: 'On' })}>
            {(id) => (
              <Input
                id={id}
                type="date"
                style={{ width: 160 }}
                value={saidOn}
                onChange={({ target }) => target.value && setSaidOn(target.value)}
              />
            )}
          </Field>
          <Field label={say({ zh: '新增的票', en: 'New votes' })}>
            {(id) => <InputNumber id={id} min={0} value={votes} onChange={setVotes} />}
          </Field>
        </Flex>
        {again.error && <Trouble error={again.error} />}
      </Flex>
    </Modal>
  )
}
