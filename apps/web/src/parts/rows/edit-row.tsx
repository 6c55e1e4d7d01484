import type { CorrectableTable, RowChange } from '@kuashan/contract/corrections.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Flex, Input, Spin, Typography } from 'antd'
import { useState } from 'react'
import { useAnswer, useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import type { EditField } from './edit-fields.ts'
import { EditHistory } from './edit-history.tsx'
import { EditInput } from './edit-input.tsx'

interface EditRowProps {
  table: CorrectableTable
  id: string
  /** The values that can be corrected here. */
  fields: readonly EditField[]
  mayEdit: boolean
  /** Facilities to choose from, by name; needed where a field is one. */
  facilities?: readonly { value: string; label: string }[]
}

const topics = ['corrections', 'territory', 'counties']

/** Corrects a row value by value: each is saved as one leaves it, with the reason given above, and can be set back. */
export function EditRow({ table, id, fields, mayEdit, facilities = [] }: EditRowProps) {
  const say = useSay()
  const county = useCounty()
  const params = { county, table, row: id }
  const row = useAnswer(routes.corrections.row, { params })
  const edit = useChange(routes.corrections.edit, topics)
  const undo = useChange(routes.corrections.undo, topics)
  const [reason, setReason] = useState('')
  const [unread, setUnread] = useState<EditField | null>(null)
  if (row.isPending) return <Spin />
  if (row.error) return <Trouble error={row.error} onRetry={() => row.refetch()} />
  const { row: data, changes } = row.data.data
  const version = row.data.version ?? String(data.version)
  const save = (field: EditField, entered: string) => {
    if (entered === field.shown(data.value)) return
    const value = field.read(entered, data.value)
    setUnread(value === undefined ? field : null)
    if (value === undefined) return
    edit.mutate(
      { params, version, body: { field: field.field, value, reason } },
      { onError: () => row.refetch() },
    )
  }
  const setBack = (change: RowChange) =>
    undo.mutate(
      {
        params,
        version,
        body: { change: change.version, reason: say({ zh: '改回去', en: 'Set back' }) },
      },
      { onError: () => row.refetch() },
    )
  const busy = edit.isPending || undo.isPending
  const trouble = edit.error ?? undo.error
  return (
    <Flex vertical gap={12}>
      {mayEdit && (
        <>
          <label htmlFor="edit-reason">
            {say({
              zh: '依据：谁说的、哪份文件（先写这个）',
              en: 'Reason: who said so, which document (write this first)',
            })}
          </label>
          <Input
            id="edit-reason"
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
          <Typography.Text type="secondary">
            {say({
              zh: '改完一项、离开那一格就保存；每一项都能改回去。',
              en: 'Each value is saved as you leave it, and each can be set back.',
            })}
          </Typography.Text>
          {fields.map((field) => (
            <EditInput
              key={`${field.field} ${data.version}`}
              field={field}
              shown={field.shown(data.value)}
              facilities={facilities}
              disabled={busy || reason.trim() === ''}
              onSave={(entered) => save(field, entered)}
            />
          ))}
        </>
      )}
      <div role="status">
        {busy && say({ zh: '正在保存…', en: 'Saving…' })}
        {!busy && edit.isSuccess && !trouble && say({ zh: '已保存', en: 'Saved' })}
      </div>
      {unread && (
        <Alert
          type="warning"
          showIcon
          title={say(
            {
              zh: '“{name}”没有保存：填的内容读不懂',
              en: '“{name}” was not saved: the entry cannot be read',
            },
            { name: say(unread.label) },
          )}
        />
      )}
      {trouble && <Trouble error={trouble} />}
      <EditHistory
        fields={fields}
        facilities={facilities}
        changes={changes}
        onSetBack={mayEdit && !busy ? setBack : null}
      />
    </Flex>
  )
}
