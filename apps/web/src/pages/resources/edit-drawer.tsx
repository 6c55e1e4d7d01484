import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { EditRow } from '../../parts/rows/edit-row.tsx'
import { resourceFields } from '../../parts/rows/resource-fields.ts'
import type { Known } from '../../server/names.ts'
import { useMayIn } from '../../shell/county.tsx'

interface EditedRow {
  id: string
  name: string
}

interface EditDrawerProps {
  table: 'staff' | 'vehicles'
  known: Known
  row: EditedRow
  onClose: () => void
}

function EditDrawer({ table, known, row, onClose }: EditDrawerProps) {
  const say = useSay()
  // Vehicles and posts are the county’s: they lie in no township.
  const mayEdit = useMayIn(routes.corrections.edit)(null)
  const facilities = known.territory.facilities.map(({ id }) => ({
    value: id,
    label: known.names.facility(id),
  }))
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      destroyOnHidden
      title={say({ zh: '更正：{name}', en: 'Correct: {name}' }, { name: row.name })}
    >
      <EditRow
        table={table}
        id={row.id}
        fields={resourceFields[table]}
        mayEdit={mayEdit}
        facilities={facilities}
      />
    </Drawer>
  )
}

/** A column with a way to correct each row in place, and the drawer it opens. */
export function useEditColumn<R extends { id: string }>(
  table: 'staff' | 'vehicles',
  known: Known,
  nameOf: (row: R) => string,
) {
  const say = useSay()
  const mayEdit = useMayIn(routes.corrections.edit)(null)
  const [edited, setEdited] = useState<EditedRow | null>(null)
  const words = mayEdit ? { zh: '更正', en: 'Correct' } : { zh: '更正记录', en: 'Corrections' }
  const column = {
    title: say({ zh: '操作', en: 'Actions' }),
    render: (_: unknown, row: R) => (
      <Button
        size="small"
        aria-label={`${say(words)} ${nameOf(row)}`}
        onClick={() => setEdited({ id: row.id, name: nameOf(row) })}
      >
        {say(words)}
      </Button>
    ),
  }
  const drawer = edited && (
    <EditDrawer table={table} known={known} row={edited} onClose={() => setEdited(null)} />
  )
  return { column, drawer }
}
