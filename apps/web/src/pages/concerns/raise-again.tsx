import type { ConcernLine } from '@kuashan/contract/concerns.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Checkbox, Flex, InputNumber } from 'antd'
import { useState } from 'react'
import { useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { DayField } from '../../shell/day-field.tsx'
import { Field } from '../../shell/field.tsx'
import { SaveDialog } from '../../shell/save-dialog.tsx'
import { today } from '../../shell/today.ts'

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
    <SaveDialog
      title={say({ zh: '又有人提', en: 'Raised again' })}
      isWhole={raised || Boolean(votes)}
      isSaving={again.isPending}
      error={again.error}
      onSave={keep}
      onClose={onClose}
    >
      <div lang="zh">{concern.body}</div>
      <Checkbox checked={raised} onChange={({ target }) => setRaised(target.checked)}>
        {say({ zh: '算作又提了一次', en: 'Count it as raised once more' })}
      </Checkbox>
      <Flex gap={12} wrap>
        <DayField
          label={say({ zh: '哪天', en: 'On' })}
          value={saidOn}
          onChange={(day) => day && setSaidOn(day)}
        />
        <Field label={say({ zh: '新增的票', en: 'New votes' })}>
          {(id) => <InputNumber id={id} min={0} value={votes} onChange={setVotes} />}
        </Field>
      </Flex>
    </SaveDialog>
  )
}
