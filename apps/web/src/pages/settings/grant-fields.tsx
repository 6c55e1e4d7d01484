import type { HeldGrant } from '@kuashan/contract/accounts.ts'
import { Purpose, Role } from '@kuashan/core/people/role.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Select } from 'antd'
import { AreaSelect } from '../../parts/places/area-select.tsx'
import { DayField } from '../../shell/day-field.tsx'
import { Field } from '../../shell/field.tsx'
import { purposeWords, roleWords, usualPurposes } from './role-words.ts'

export const newGrant: HeldGrant = {
  role: 'planner',
  area: '',
  purposes: usualPurposes.planner,
  until: null,
}

/** Whether a grant can be given as it stands. */
export const isGrantWhole = ({ area, purposes }: HeldGrant): boolean =>
  /^(\d{9}|\d{12})?$/.test(area) && purposes.length > 0

interface GrantFieldsProps {
  grant: HeldGrant
  onChange: (grant: HeldGrant) => void
  /** Takes the grant away; nothing where it may not be. */
  onRemove?: (() => void) | undefined
}

/** One grant: role, purposes, area and the last day it holds. */
export function GrantFields({ grant, onChange, onRemove }: GrantFieldsProps) {
  const say = useSay()
  const put = (some: Partial<HeldGrant>) => onChange({ ...grant, ...some })
  return (
    <Flex gap={12} wrap align="end">
      <Field label={say({ zh: '角色', en: 'Role' })}>
        {(id) => (
          <Select
            id={id}
            style={{ width: 140 }}
            value={grant.role}
            onChange={(role) => put({ role, purposes: usualPurposes[role] })}
            options={Role.options.map((value) => ({ value, label: say(roleWords[value]) }))}
          />
        )}
      </Field>
      <Field label={say({ zh: '用途', en: 'For' })}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            style={{ minWidth: 180 }}
            value={grant.purposes}
            onChange={(purposes) => put({ purposes })}
            options={Purpose.options.map((value) => ({ value, label: say(purposeWords[value]) }))}
          />
        )}
      </Field>
      <Field label={say({ zh: '范围', en: 'Area' })}>
        {(id) => <AreaSelect id={id} value={grant.area} onChange={(area) => put({ area })} />}
      </Field>
      <DayField
        label={say({ zh: '到哪天为止（可不填）', en: 'Last day (may stay empty)' })}
        value={grant.until}
        onChange={(until) => put({ until })}
      />
      {onRemove && <Button onClick={onRemove}>{say({ zh: '收回', en: 'Take back' })}</Button>}
    </Flex>
  )
}
