import { useSay } from '@kuashan/ui/language/language.tsx'
import { Input, Select, Switch } from 'antd'
import { useId } from 'react'
import { SearchSelect } from '../../shell/search-select.tsx'
import type { EditField } from './edit-fields.ts'

interface EditInputProps {
  field: EditField
  shown: string
  disabled: boolean
  facilities: readonly { value: string; label: string }[]
  onSave: (entered: string) => void
}

/** One value of a row; text is saved on leaving it or with Enter, a choice at once. */
export function EditInput({ field, shown, disabled, facilities, onSave }: EditInputProps) {
  const say = useSay()
  const id = useId()
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '190px 1fr', alignItems: 'center' }}>
      <label htmlFor={id}>{say(field.label)}</label>
      {field.as === 'yes-no' ? (
        <Switch
          id={id}
          disabled={disabled}
          checked={shown === 'true'}
          onChange={(on) => onSave(String(on))}
          style={{ justifySelf: 'start' }}
        />
      ) : field.as === 'facility' ? (
        <SearchSelect<string>
          id={id}
          allowClear
          disabled={disabled}
          value={shown || null}
          options={[...facilities]}
          onChange={(chosen?: string) => onSave(chosen ?? '')}
        />
      ) : field.as === 'choice' ? (
        <Select
          id={id}
          disabled={disabled}
          value={shown}
          options={(field.choices ?? []).map(({ value, label }) => ({ value, label: say(label) }))}
          onChange={onSave}
        />
      ) : (
        <Input
          id={id}
          disabled={disabled}
          defaultValue={shown}
          type={field.as === 'date' ? 'date' : 'text'}
          inputMode={field.as === 'number' ? 'numeric' : 'text'}
          onBlur={(event) => onSave(event.target.value)}
          onPressEnter={(event) => event.currentTarget.blur()}
        />
      )}
    </div>
  )
}
