import { facilityKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { Facility } from '@kuashan/core/resources/facility.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Select } from 'antd'
import type { Known } from '../../../server/names.ts'
import { Field } from '../../../shell/field.tsx'
import { ChooseOne } from './choose-one.tsx'
import { openableIn, openIn, type SiteChange, usesOf, type WantedSites } from './decision-edits.ts'

interface SiteFormProps {
  change: SiteChange
  wanted: WantedSites
  plan: Plan
  known: Known
  onChange: (wanted: WantedSites) => void
}

/** Which building is closed and which is opened, and as what. */
export function SiteForm({ change, wanted, plan, known, onChange }: SiteFormProps) {
  const say = useSay()
  const { facilities } = known.territory
  const openable = openableIn(plan, facilities)
  const opened = openable.find(({ id }) => id === wanted.opens)
  const choose = (some: Partial<WantedSites>) => onChange({ ...wanted, ...some })
  const optionsOf = (among: readonly Facility[]) =>
    among.map(({ id, kind }) => ({
      value: id,
      label: `${known.names.facility(id)} · ${say(facilityKindWords[kind])}`,
    }))
  return (
    <Flex vertical gap={12}>
      {change !== 'open' && (
        <ChooseOne
          label={say({ zh: '关闭哪一处', en: 'Which one is closed' })}
          options={optionsOf(openIn(plan, facilities))}
          value={wanted.closes}
          onChange={(closes) => choose({ closes })}
        />
      )}
      {change !== 'close' && (
        <ChooseOne
          label={say({
            zh: '启用哪一处（空置、规划中或已关闭）',
            en: 'Which one is opened (vacant, planned or given up)',
          })}
          options={optionsOf(openable)}
          value={wanted.opens}
          onChange={(opens) => choose({ opens, toKind: null })}
        />
      )}
      {change !== 'close' && opened && usesOf(opened).length > 1 && (
        <Field label={say({ zh: '用作', en: 'As' })}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={wanted.toKind}
              onChange={(toKind) => choose({ toKind })}
              options={usesOf(opened).map((value) => ({
                value,
                label: say(facilityKindWords[value]),
              }))}
            />
          )}
        </Field>
      )}
    </Flex>
  )
}
