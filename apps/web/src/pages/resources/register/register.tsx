import type { FleetLine } from '@kuashan/contract/fleet.ts'
import { routes } from '@kuashan/contract/routes.ts'
import {
  lastDayOut,
  type RegisterEntry,
  type RegisterStanding,
  standingOn,
} from '@kuashan/core/resources/fleet-register.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Empty, Flex, Spin, Typography } from 'antd'
import { useState } from 'react'
import type { Known } from '../../../server/names.ts'
import { useAnswer } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { FilterSelect } from '../../../shell/filter-select.tsx'
import { useRowSearch } from '../../../shell/row-search.tsx'
import { today } from '../../../shell/today.ts'
import { Trouble } from '../../../shell/trouble.tsx'
import { EditEntry } from './edit-entry.tsx'
import { ImportFleet } from './import-fleet.tsx'
import { standingWords } from './paper-words.ts'
import { registerNames } from './register-names.ts'
import { type RegisterRow, RegisterTable } from './register-table.tsx'

/** What is edited where no vehicle is entered yet. */
const anew = 'new'

const standings = ['blocked', 'soon', 'good'] as const satisfies readonly RegisterStanding[]

/** Those that may not go out first, then what runs out next. */
function rowsOf(lines: readonly FleetLine[]): RegisterRow[] {
  const day = today()
  return lines
    .map((line) => {
      const entry = line as FleetLine & RegisterEntry
      return { ...line, standing: standingOn(entry, day), last: lastDayOut(entry) }
    })
    .sort(
      (a, b) =>
        standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
        (a.last ?? '').localeCompare(b.last ?? '') ||
        a.plate.localeCompare(b.plate, 'zh'),
    )
}

/** The register of vehicles that run: papers, inspection and fit-out with their days. What has run out keeps a vehicle from being planned. */
export function Register({ known }: { known: Known }) {
  const say = useSay()
  const county = useCounty()
  const mayEnter = useMay(routes.fleet.enter)
  const asked = useAnswer(routes.fleet.list, { params: { county }, query: {} })
  const { box, findRows } = useRowSearch(say({ zh: '在台账里找', en: 'Find in the register' }))
  const [shown, setShown] = useState<RegisterStanding | null>(null)
  const [edited, setEdited] = useState<string | null>(null)
  if (asked.isPending) return <Spin size="large" />
  if (asked.error) return <Trouble error={asked.error} onRetry={() => asked.refetch()} />
  const all = rowsOf(asked.data.data)
  const rows = findRows(
    all.filter((row) => shown === null || row.standing === shown),
    (row) => registerNames(row, known.names),
  )
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">
        {say({
          zh: '证件、年检或改装检验到期的车，到期日之后不排进方案；报废的、缺证的完全不排。',
          en: 'A vehicle is planned on no day after its licence, inspection, insurance or a fit-out check runs out; one that is retired or lacks a paper is not planned at all.',
        })}
      </Typography.Text>
      <Flex gap={12} align="center" wrap>
        {mayEnter && (
          <Button type="primary" onClick={() => setEdited(anew)}>
            {say({ zh: '登记一辆车', en: 'Enter a vehicle' })}
          </Button>
        )}
        {box}
        <FilterSelect
          label={say({ zh: '能否出车', en: 'May it go out' })}
          value={shown}
          options={standings.map((value) => ({ value, label: say(standingWords[value]) }))}
          onChange={setShown}
        />
        <span role="status">
          {say(
            {
              zh: '找到 {shown} 辆；登记了 {n} 辆，方案用到 {all} 辆',
              en: '{shown} found; {n} entered; plans know {all} {all|vehicle|vehicles}',
            },
            {
              shown: formatNumber(rows.length),
              n: formatNumber(all.length),
              all: formatNumber(known.resources.vehicles.length),
            },
          )}
        </span>
      </Flex>
      {mayEnter && <ImportFleet />}
      {all.length === 0 ? (
        <Empty
          description={say({
            zh: '台账还是空的。没有登记的车，方案按数据里的年检日期排。',
            en: 'The register is empty. Vehicles that are not entered are planned by the inspection date in the data.',
          })}
        />
      ) : (
        <RegisterTable rows={rows} known={known} onEdit={mayEnter ? setEdited : undefined} />
      )}
      {edited && (
        <EditEntry
          line={asked.data.data.find(({ id }) => id === edited) ?? null}
          taken={all.flatMap(({ vehicle }) => (vehicle === null ? [] : [vehicle]))}
          known={known}
          onClose={() => setEdited(null)}
        />
      )}
    </Flex>
  )
}
