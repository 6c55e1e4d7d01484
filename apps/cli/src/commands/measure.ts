import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { axisProgramme, programmeChanges } from '@kuashan/core/access/axis-programme.ts'
import { countyFigures } from '@kuashan/core/access/county-figures.ts'
import { doctorForecast } from '@kuashan/core/access/doctor-forecast.ts'
import { gapList } from '@kuashan/core/access/gap-list.ts'
import { measure } from '@kuashan/core/access/measure.ts'
import { supplyToday } from '@kuashan/core/access/supply-today.ts'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { writeCsv } from '@kuashan/engine/files/csv.ts'
import { coverageLines } from '../coverage-table.ts'
import { figureLines } from '../figure-lines.ts'
import { gapTable } from '../gap-table.ts'
import { travelOf } from '../open-county.ts'
import { openCountyUnder, type Under } from '../open-scenario.ts'
import { outlookLines } from '../outlook-lines.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'

/** How many years ahead the departure of doctors is told. */
const forecastYears = 5

export interface MeasureCommandOptions extends Under {
  workers: number
  asOf?: string
  osrm?: string
}

/** `measure DIR`: where today falls short of the floors, by settlement and service. */
export async function measureCommand(
  dir: string,
  options: MeasureCommandOptions,
  session: Session,
): Promise<0 | 1> {
  const { terminal } = session
  const opened = await openCountyUnder(dir, options, session)
  const { input, folder } = opened
  if (!input) {
    terminal.findings(opened.findings)
    terminal.result({ folder, findings: opened.findings })
    return 1
  }
  const asOf = dateOption(options.asOf) ?? input.county.settings.asOf
  const { travel, findings } = await travelOf(input, session, options)
  const { county, catalogue } = input
  const supply = supplyToday(county, catalogue)
  const measurement = measure({ county, catalogue, travel: travel.base, supply, asOf })
  const figures = countyFigures({ county, catalogue, travel, supply, measurement })
  const all = [...opened.findings, ...findings, ...measurement.findings]
  const doctors = doctorForecast(county, Number(asOf.slice(0, 4)), forecastYears)
  const axis = axisProgramme(input, travel.base, supply)
  await mkdir(join(folder, 'results'), { recursive: true })
  const file = join(folder, 'results', 'measurement.json')
  await atomicWrite(file, JSON.stringify({ ...measurement, figures }))
  const gapFile = join(folder, 'results', 'gaps.csv')
  const missed = gapList(measurement.cells, county.settlements)
  await writeCsv(gapFile, gapTable(missed, input, terminal.language))
  terminal.findings(all)
  for (const line of coverageLines(measurement, catalogue, terminal.language)) terminal.say(line)
  for (const line of figureLines(figures, county)) terminal.say(line)
  for (const line of outlookLines(doctors, axis, county)) terminal.say(line)
  const gaps = measurement.cells.filter((c) => c.people > 0 && !c.met).length
  terminal.say({
    zh: `${gaps} 项“自然村 × 服务”未达标，按名单见 ${gapFile}，全部数据见 ${file}`,
    en: `${gaps} settlement × service pairs miss a floor; listed by name in ${gapFile}, all figures in ${file}`,
  })
  terminal.result({
    file,
    gapFile,
    gaps,
    measurement,
    figures,
    doctors,
    axis: { programme: axis, changes: programmeChanges(axis) },
    findings: all,
  })
  return exitCode(all)
}

function dateOption(text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined
  const parsed = PlainDate.safeParse(text)
  if (!parsed.success)
    throw new UsageError({
      zh: `日期“${text}”看不懂。写成 2027-01-31 的样子。`,
      en: `Cannot read the date "${text}". Write it like 2027-01-31.`,
    })
  return parsed.data
}
