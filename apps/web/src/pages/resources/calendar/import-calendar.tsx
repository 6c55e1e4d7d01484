import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { ImportTable } from '../import-table.tsx'

/** Brings a department's calendar in as a table. */
export function ImportCalendar() {
  const say = useSay()
  const county = useCounty()
  const bring = useChange(routes.calendar.import, ['calendar'])
  const done = bring.data?.data
  return (
    <ImportTable
      label={say({
        zh: '或导入 CSV、Excel（表头：部门、村、日期、事项）',
        en: 'Or import CSV or Excel (headings: department, village, date, purpose)',
      })}
      isPending={bring.isPending}
      error={bring.error}
      done={done}
      kept={say(
        {
          zh: '已导入：{rows} 行，新增 {added} 项。',
          en: 'Imported: {rows} rows, {added} of them new.',
        },
        { rows: formatNumber(done?.rows ?? 0), added: formatNumber(done?.added ?? 0) },
      )}
      onSend={(form) => bring.mutate({ params: { county }, form: form as never })}
    />
  )
}
