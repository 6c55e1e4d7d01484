import { join, resolve } from 'node:path'
import type { Language } from '@kuashan/core/words/language.ts'
import { openCounty, travelOf } from '../open-county.ts'
import { readPlan } from '../plan-county.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'
import { type Format, formats, writeReports } from '../write-reports.ts'

export interface ReportCommandOptions {
  format: string
  workers: number
  out?: string
}

/** `report DIR PLAN`: the plan for reading, printing, Excel, maps and calendars, in both languages. */
export async function reportCommand(
  dir: string,
  planFile: string,
  options: ReportCommandOptions,
  session: Session,
): Promise<0 | 1> {
  const { terminal } = session
  const wanted = formatsOf(options.format)
  const plan = readPlan(planFile)
  const opened = await openCounty(dir, session)
  const { input, folder } = opened
  if (!input) {
    terminal.findings(opened.findings)
    terminal.result({ findings: opened.findings })
    return 1
  }
  const { travel, findings } = await travelOf(input, session, options)
  const languages: Language[] = ['zh', 'en']
  const out = resolve(options.out ?? join(folder, 'results', 'report'))
  const step = terminal.step({ zh: '写报告', en: 'Writing the report' })
  const written = await writeReports(
    { input, travel, plan, importFindings: [...opened.findings, ...findings] },
    out,
    wanted,
    languages,
  )
  step.done()
  const feeds = written.filter((path) => path.endsWith('.ics')).length
  for (const path of written.filter((p) => !p.endsWith('.ics'))) terminal.say(path)
  if (feeds > 0)
    terminal.say({ zh: `${feeds} 个日历订阅，在 ${out}`, en: `${feeds} calendar feeds in ${out}` })
  terminal.result({ written })
  return 0
}

function formatsOf(text: string): Format[] {
  const asked = text.split(',').map((f) => f.trim())
  const unknown = asked.filter((f) => !(formats as readonly string[]).includes(f))
  if (unknown.length > 0)
    throw new UsageError({
      zh: `没有这种格式：${unknown.join('、')}。可用 ${formats.join('、')}。`,
      en: `No such format: ${unknown.join(', ')}. There are ${formats.join(', ')}.`,
    })
  return asked as Format[]
}
