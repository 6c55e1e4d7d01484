import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Input } from 'antd'
import type { Known } from '../../../server/names.ts'
import { Field } from '../../../shell/field.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'

interface PlaceFieldProps {
  label: string
  value: string
  known: Known
  onChange: (code: string) => void
}

const elsewhere = 'elsewhere'

/** A village or township of the county, or the code of one beyond its border. */
export function PlaceField({ label, value, known, onChange }: PlaceFieldProps) {
  const say = useSay()
  const local = known.territory.divisions.filter(
    ({ level }) => level === 'township' || level === 'village',
  )
  const isLocal = value === '' || local.some(({ code }) => code === value)
  return (
    <Flex gap={12} align="end" wrap>
      <Field label={label}>
        {(id) => (
          <SearchSelect<string>
            id={id}
            style={{ width: 220 }}
            value={isLocal ? value || null : elsewhere}
            options={[
              ...local.map(({ code }) => ({ value: code, label: known.names.village(code) })),
              {
                value: elsewhere,
                label: say({ zh: '邻县（填代码）', en: 'A neighbouring county' }),
              },
            ]}
            onChange={(code) => onChange(code === elsewhere ? '0' : code)}
          />
        )}
      </Field>
      {!isLocal && (
        <Field label={say({ zh: '12 位区划代码', en: 'Division code, 12 digits' })}>
          {(id) => (
            <Input
              id={id}
              style={{ width: 180 }}
              inputMode="numeric"
              maxLength={12}
              value={value === '0' ? '' : value}
              onChange={({ target }) => onChange(target.value || '0')}
            />
          )}
        </Field>
      )}
    </Flex>
  )
}
