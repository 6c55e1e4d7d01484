import type { RowChange } from '@kuashan/contract/corrections.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Table, Typography } from 'antd'
import { paged } from '../../shell/paged.ts'
import { type EditField, valueText } from './edit-fields.ts'

interface EditHistoryProps {
  fields: readonly EditField[]
  facilities: readonly { value: string; label: string }[]
  /** Newest first. */
  changes: readonly RowChange[]
  /** Null: may not, or not now. */
  onSetBack: ((change: RowChange) => void) | null
}

/** What was corrected in a row, why and when. */
export function EditHistory({ fields, facilities, changes, onSetBack }: EditHistoryProps) {
  const say = useSay()
  const language = useLanguage()
  const facilityName = (id: string) => facilities.find(({ value }) => value === id)?.label ?? id
  const fieldOf = (name: string) => fields.find(({ field }) => field === name)
  if (changes.length === 0)
    return (
      <Typography.Text type="secondary">
        {say({ zh: '还没有更正过', en: 'Nothing corrected yet' })}
      </Typography.Text>
    )
  return (
    <Table
      size="small"
      rowKey="version"
      dataSource={changes}
      pagination={paged(10)}
      columns={[
        {
          title: say({ zh: '更正记录', en: 'Corrections' }),
          render: (_, { field: name, before, after, reason, madeAt }) => {
            const field = fieldOf(name)
            return (
              <>
                {field ? say(field.label) : name}
                {say({ zh: '：', en: ': ' })}
                {valueText(field, name, before, language, facilityName)} →{' '}
                <strong>{valueText(field, name, after, language, facilityName)}</strong>
                <div>
                  <small>
                    {reason} ·{' '}
                    {new Date(madeAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}
                  </small>
                </div>
              </>
            )
          },
        },
        {
          title: say({ zh: '操作', en: 'Action' }),
          width: 110,
          render: (_, change) => (
            <Button size="small" disabled={onSetBack === null} onClick={() => onSetBack?.(change)}>
              {say({ zh: '改回去', en: 'Set back' })}
            </Button>
          ),
        },
      ]}
    />
  )
}
