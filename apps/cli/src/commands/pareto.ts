import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { formatNumber, formatYuan } from '@kuashan/core/words/format.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { paretoPlans } from '@kuashan/engine/planning/pareto-plans.ts'
import { frontHtml } from '@kuashan/pages/compare/front-page.ts'
import { parseBudget } from '../budget.ts'
import { travelOf } from '../open-county.ts'
import { openCountyUnder } from '../open-scenario.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'
import type { PlanCommandOptions } from './plan.ts'

/** `plan DIR --pareto N`: plans at N budgets, those worth having, and a page with the front. */
export async function paretoCommand(
  dir: string,
  options: PlanCommandOptions & { pareto: number },
  session: Session,
): Promise<0 | 1> {
  const { terminal, signal } = session
  const budget = parseBudget(options.budget)
  const opened = await openCountyUnder(dir, options, session)
  const { input, folder, scenario } = opened
  if (!input) {
    terminal.findings(opened.findings)
    terminal.result({ folder, findings: opened.findings })
    return 1
  }
  const { travel, findings } = await travelOf(input, session, options)
  const step = terminal.step({ zh: '逐个预算规划', en: 'Planning at each budget' })
  const found = await paretoPlans(input, travel, {
    seed: options.seed,
    workers: options.workers,
    budget,
    signal,
    steps: options.pareto,
    onProgress: ({ share, detail }) => step.at(share, detail),
  })
  step.done()
  const out = resolve(options.out ?? join(folder, 'results', 'pareto'))
  await mkdir(out, { recursive: true })
  const points = []
  for (const [k, { plan, ...point }] of found.front.entries()) {
    const file = join(out, `plan-${k + 1}.json`)
    await atomicWrite(file, `${JSON.stringify(plan, null, 1)}\n`)
    points.push({ ...point, file })
  }
  const { settings } = input.county
  const page = join(out, 'front.html')
  await atomicWrite(
    page,
    frontHtml({
      name: {
        zh: [settings.name, scenario?.nameZh].filter(Boolean).join(' · '),
        en: [settings.nameEn, scenario?.nameEn].filter(Boolean).join(' · '),
      },
      ...found,
      others: found.made.filter((p) => !found.front.includes(p)),
    }),
  )
  const all = [...opened.findings, ...findings, ...found.findings]
  terminal.findings(all)
  for (const p of points)
    terminal.say({
      zh: `每年现金 ${formatYuan(p.cost, 'zh')}：未达标 ${formatNumber(p.missed)} 人×服务`,
      en: `Cash a year ${formatYuan(p.cost, 'en')}: ${formatNumber(p.missed)} people × services below a floor`,
    })
  terminal.say({ zh: `已写入 ${page}`, en: `Written to ${page}` })
  const { today, hypervolume, reference, made } = found
  terminal.result({
    today: { cost: today.cost, missed: today.missed, worstMinutes: today.worstMinutes },
    front: points,
    dominated: made.length - points.length,
    hypervolume,
    reference,
    page,
    findings: all,
  })
  return exitCode(all)
}
