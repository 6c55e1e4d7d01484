import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import type { PlannedCounty } from '@kuashan/engine/planning/plan-county.ts'
import { publishPlan } from '@kuashan/server/county/publish-plan.ts'
import type { Seat } from '@kuashan/server/county/set-up-office.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { dataFolder } from '../data-folder.ts'
import { mapApprovalHere } from '../map-approval-here.ts'
import { openCounty, travelOf } from '../open-county.ts'
import { planCounty } from '../plan-county.ts'
import { serveOffice } from '../serve-office.ts'
import type { Session } from '../session.ts'
import { formats, writeReports } from '../write-reports.ts'
import { demo } from './demo.ts'

export interface StartOptions {
  port: number
  seed: number
  workers: number
  budget: { seconds: number } | { iterations: number }
}

/** `start`: demo county → measure → plan → check → report → the office’s app on it, with the plan published. */
export async function start(options: StartOptions, session: Session): Promise<0 | 1> {
  const { terminal, signal } = session
  const data = dataFolder()
  terminal.say({
    zh: `数据放在 ${data}（用 KUASHAN_DATA 更改）`,
    en: `Data lives in ${data} (set KUASHAN_DATA to change)`,
  })
  const folder = join(data, 'demo-county')
  if (!existsSync(join(folder, 'county.yaml')))
    await demo(folder, { size: 'county', seed: options.seed }, session)
  const opened = await openCounty(folder, session)
  if (!opened.input) {
    terminal.findings(opened.findings)
    terminal.result({ folder, findings: opened.findings })
    return 1
  }
  terminal.say({ zh: '✓ 导入', en: '✓ imported' })
  const found = await travelOf(opened.input, session, options)
  terminal.say({ zh: '✓ 路程', en: '✓ travel' })
  const made = await planCounty(
    opened.input,
    found.travel,
    { ...options, mode: 'least-cost' },
    session,
  )
  terminal.say(
    made.checked.verdict === 'valid'
      ? { zh: '✓ 方案，独立检查通过', en: '✓ plan, passed the independent check' }
      : { zh: '✗ 方案未通过独立检查', en: '✗ the plan failed the independent check' },
  )
  await mkdir(join(folder, 'results'), { recursive: true })
  await atomicWrite(join(folder, 'results', 'plan.json'), `${JSON.stringify(made.plan, null, 1)}\n`)
  const report = join(folder, 'results', 'report')
  const importFindings = [...opened.findings, ...found.findings]
  await writeReports(
    {
      input: opened.input,
      travel: found.travel,
      plan: made.plan,
      checked: made.checked,
      importFindings,
      mapApproval: await mapApprovalHere(opened.input.county.settings.code),
    },
    report,
    formats,
    ['zh', 'en'],
  )
  terminal.say({ zh: `✓ 报告 ${report}`, en: `✓ report ${report}` })
  if (signal.aborted) return 1
  await serveOffice(
    {
      port: options.port,
      folder,
      onFirstStart: (store, seats) => publishDemo(store, seats, opened.input!, made),
    },
    session,
  )
  return 0
}

/** A demo office begins with a plan that has gone the whole way. */
async function publishDemo(
  store: Store,
  seats: readonly Seat[],
  { county }: CountyInput,
  { plan, findings }: PlannedCounty,
): Promise<void> {
  const accounts = Object.fromEntries(seats.map(({ role, account }) => [role, account ?? '']))
  await publishPlan(store, {
    county,
    plan,
    findings,
    name: '演示方案 · demo plan',
    accounts,
    note: '演示 · demo',
  })
}
