import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { ImportTable } from '../import-table.tsx'

/** Brings a register of vehicles in as a table: new plates are entered, known ones brought up to date. */
export function ImportFleet() {
  const say = useSay()
  const county = useCounty()
  const bring = useChange(routes.fleet.import, ['fleet', 'territory'])
  const done = bring.data?.data
  return (
    <ImportTable
      label={say({
        zh: '或导入 CSV、Excel（表头：车牌、类别、所有单位、行驶证有效期、年检有效期、保险有效期、座位数、冷藏箱、司机、停放点、运行时间）',
        en: 'Or import CSV or Excel (headings: plate, kind, owner, licenceUntil, inspectionUntil, insuranceUntil, seats, coldBox, driver, home, hours)',
      })}
      isPending={bring.isPending}
      error={bring.error}
      done={done}
      kept={say(
        {
          zh: '已导入：{rows} 辆，新登记 {added} 辆，更新 {changed} 辆。',
          en: 'Imported: {rows} vehicles, {added} of them new, {changed} brought up to date.',
        },
        {
          rows: formatNumber(done?.rows ?? 0),
          added: formatNumber(done?.added ?? 0),
          changed: formatNumber(done?.changed ?? 0),
        },
      )}
      onSend={(form) => bring.mutate({ params: { county }, form: form as never })}
    />
  )
}
