import type { PersonLine, PersonLook as WholePerson } from '@kuashan/contract/people.ts'
import type { QueryOf } from '@kuashan/contract/route.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { careWords } from '@kuashan/core/people/care.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Descriptions, Flex, Input, Modal } from 'antd'
import { useState } from 'react'
import { usePlaceNames } from '../../parts/places/place-names.ts'
import { useChange } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Field } from '../../shell/field.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { ExportPerson } from './export-person.tsx'

interface PersonLookProps {
  person: PersonLine
  /** As what it is looked at: usually, or in an emergency that is open. */
  query: QueryOf<typeof routes.people.look>
  /** The reason of the search, to go on with or to change. */
  why: string
  onClose: () => void
}

/** Everything about one person, after a reason is given for this look. Forgotten when it is closed. */
export function PersonLook({ person, query, why, onClose }: PersonLookProps) {
  const say = useSay()
  const county = useCounty()
  const [reason, setReason] = useState(why)
  const look = useChange(routes.people.look, [])
  const mayExport = useMay(routes.personFiles.export)
  return (
    <Modal
      open
      title={person.name}
      footer={null}
      onCancel={onClose}
      closable={{ 'aria-label': say({ zh: '关闭', en: 'Close' }) }}
    >
      {look.data ? (
        <Flex vertical gap={16}>
          <Whole person={look.data.data} />
          {mayExport && <ExportPerson person={person.id} />}
        </Flex>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            look.mutate({ params: { county, person: person.id }, query, why: reason })
          }}
        >
          <Flex vertical gap={12}>
            <Field label={say({ zh: '查看全部信息的事由', en: 'Reason for seeing all of it' })}>
              {(id) => (
                <Input.TextArea
                  id={id}
                  required
                  maxLength={500}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            {look.error && <Trouble error={look.error} />}
            <Button
              type="primary"
              htmlType="submit"
              loading={look.isPending}
              style={{ alignSelf: 'start' }}
            >
              {say({ zh: '查看并记入审计', en: 'See it; this is logged' })}
            </Button>
          </Flex>
        </form>
      )}
    </Modal>
  )
}

function Whole({ person }: { person: WholePerson }) {
  const say = useSay()
  const placeOf = usePlaceNames()
  const care = person.care.map((mark) => say(careWords[mark])).join(say({ zh: '、', en: ', ' }))
  const lines = [
    [{ zh: '身份证号', en: 'Identity number' }, person.identityNumber],
    [{ zh: '出生日期', en: 'Born' }, person.birthDate ?? person.birthYear],
    [{ zh: '住在', en: 'Lives in' }, placeOf(person)],
    [{ zh: '电话', en: 'Telephone' }, person.telephone],
    [{ zh: '关爱标记', en: 'Care' }, care],
  ] as const
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      items={lines.map(([label, value]) => ({
        key: label.en,
        label: say(label),
        children: value || '—',
      }))}
    />
  )
}
