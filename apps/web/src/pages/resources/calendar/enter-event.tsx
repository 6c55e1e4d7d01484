import { routes } from '@kuashan/contract/routes.ts'
import { Domain } from '@kuashan/core/catalogue/service.ts'
import { domainWords } from '@kuashan/core/catalogue/terms.ts'
import { DepartmentEvent } from '@kuashan/core/plan/department-event.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { DayField } from '../../../shell/day-field.tsx'
import { Field } from '../../../shell/field.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { TextField } from '../../../shell/text-field.tsx'
import { today } from '../../../shell/today.ts'
import { Trouble } from '../../../shell/trouble.tsx'

type Entered = { department: Domain; village: string; date: string; purpose: string }

/** One line for the calendar; the department stays for the next one. */
export function EnterEvent({ known }: { known: Known }) {
  const say = useSay()
  const county = useCounty()
  const enter = useChange(routes.calendar.enter, ['calendar'])
  const [entered, setEntered] = useState<Entered>(() => ({
    department: 'medical',
    village: '',
    date: today(),
    purpose: '',
  }))
  const put = (some: Partial<Entered>) => setEntered({ ...entered, ...some })
  const event = DepartmentEvent.safeParse(entered)
  const villages = known.territory.divisions.filter(({ level }) => level === 'village')
  return (
    <>
      <Flex gap={12} wrap align="end">
        <Field label={say({ zh: '哪个部门', en: 'Which department' })}>
          {(id) => (
            <SearchSelect<Domain>
              id={id}
              style={{ width: 200 }}
              value={entered.department}
              options={Domain.options.map((value) => ({ value, label: say(domainWords[value]) }))}
              onChange={(department) => put({ department })}
            />
          )}
        </Field>
        <Field label={say({ zh: '到哪个村', en: 'To which village' })}>
          {(id) => (
            <SearchSelect<string>
              id={id}
              style={{ width: 220 }}
              value={entered.village || null}
              options={villages.map(({ code }) => ({
                value: code,
                label: known.names.village(code),
              }))}
              onChange={(village) => put({ village })}
            />
          )}
        </Field>
        <DayField
          label={say({ zh: '哪天', en: 'On which day' })}
          value={entered.date}
          onChange={(date) => put({ date: date ?? '' })}
        />
        <TextField
          label={say({ zh: '做什么', en: 'What for' })}
          width={240}
          most={200}
          value={entered.purpose}
          onChange={(text) => put({ purpose: text })}
        />
        <Button
          type="primary"
          disabled={!event.success}
          loading={enter.isPending}
          onClick={() =>
            event.success &&
            enter.mutate(
              { params: { county }, body: event.data },
              { onSuccess: () => put({ purpose: '' }) },
            )
          }
        >
          {say({ zh: '记进日历', en: 'Enter' })}
        </Button>
      </Flex>
      {enter.error && <Trouble error={enter.error} />}
    </>
  )
}
