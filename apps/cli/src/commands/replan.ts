import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { addDays, PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Alternative } from '@kuashan/core/planner/replan/replan-problem.ts'
import { alternativeWords } from '@kuashan/core/words/replan/difference-words.ts'
import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { menuSearch } from '@kuashan/engine/planning/menu-search.ts'
import { type CheckedAlternative, replanDesk } from '@kuashan/engine/planning/replan-desk.ts'
import { replanHtml } from '@kuashan/pages/replan/replan-page.ts'
import { sameTours } from '@kuashan/pages/replan/said.ts'
import { countyOfPlan } from '../county-of-plan.ts'
import { differenceLines, menuTable } from '../menu-table.ts'
import { openCountyUnder, underOf } from '../open-scenario.ts'
import { assertPlanOf, readPlan } from '../read-plan.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'
import { today } from '../today.ts'
import { UsageError } from '../usage-error.ts'

export interface ReplanCommandOptions {
  county?: string
  close: string[]
  open: string[]
  vehicleDown: string[]
  staffAway: string[]
  call: string[]
  service?: string
  from?: string
  to?: string
  today?: string
  frozenUntil?: string
  lock: string[]
  earlier?: string
  choose?: 'fewest' | 'cheapest' | 'floors'
  out?: string
  html?: string
  seed: number
  iterations?: number
  workers: number
}

/** `replan PLAN`: answers a closed road, a vehicle down, a crew member away or a village's call with a menu of three. */
export async function replanCommand(
  planFile: string,
  options: ReplanCommandOptions,
  session: Session,
): Promise<0 | 1> {
  const { terminal, signal } = session
  const { language } = terminal
  const plan = readPlan(planFile)
  const earlier = options.earlier === undefined ? undefined : readPlan(options.earlier)
  if ((options.choose === undefined) !== (options.out === undefined))
    throw new UsageError({
      zh: '--choose 和 --out 要一起写：选哪一种，写到哪个文件。',
      en: '--choose and --out go together: which one, and into which file.',
    })
  const now = dateOf('--today', options.today) ?? firstDay(plan.horizon.from)
  const changes = changesOf(options, now, plan.horizon.to)
  const folder = countyOfPlan(planFile, options.county)
  const opened = await openCountyUnder(folder, underOf(plan), session)
  const { input } = opened
  if (!input) {
    terminal.findings(opened.findings)
    terminal.result({ findings: opened.findings })
    return 1
  }
  assertPlanOf(input, plan, planFile)
  const step = terminal.step({ zh: '打开方案', en: 'Opening the plan' })
  const desk = await replanDesk(input, plan, {
    workers: options.workers,
    signal,
    ...(earlier ? { earlier } : {}),
  })
  step.done()
  try {
    const answer = await desk.first({
      changes,
      today: now,
      frozenUntil: dateOf('--frozen-until', options.frozenUntil),
      locks: options.lock,
    })
    terminal.findings(answer.findings)
    if (answer.first === null) {
      terminal.say({ zh: '没有调整，原因见上。', en: 'Nothing was re-planned; see above.' })
      terminal.result({ findings: answer.findings })
      return 1
    }
    show(session, input, answer.first.provisional)
    const made = desk.menu(answer, menuSearch(options, signal))
    showMenu(session, input, made.menu)
    const chosen = made.menu.find((a) => a.kind === options.choose)
    const written = await write(options, chosen)
    if (written !== null) terminal.say({ zh: `已写入 ${written}`, en: `Written to ${written}` })
    if (options.html !== undefined) {
      const page = resolve(options.html)
      await mkdir(dirname(page), { recursive: true })
      await atomicWrite(page, replanHtml({ input, replan: made, changes, today: now, language }))
      terminal.say({ zh: `已写入 ${page}`, en: `Written to ${page}` })
    }
    terminal.result({ ...made, file: written, findings: answer.findings })
    const broken = chosen?.checked.verdict === 'broken'
    return broken ? 1 : exitCode(answer.findings)
  } finally {
    await desk.close()
  }
}

/** A plan that the checker refuses is shown, and not written. */
async function write(
  { out }: ReplanCommandOptions,
  chosen: CheckedAlternative | undefined,
): Promise<string | null> {
  if (out === undefined || chosen === undefined || chosen.checked.verdict === 'broken') return null
  const file = resolve(out)
  await mkdir(dirname(file), { recursive: true })
  await atomicWrite(file, `${JSON.stringify(chosen.plan, null, 1)}\n`)
  return file
}

/** A plan is for days to come: before its horizon the first day counts as today. */
const firstDay = (from: PlainDate): PlainDate => (today() < from ? from : today())

function dateOf(option: string, text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined
  const read = PlainDate.safeParse(text)
  if (read.success) return read.data
  throw new UsageError({
    zh: `${option} 要写成 2026-03-01 这样的日期，而不是“${text}”。`,
    en: `${option} takes a date such as 2026-03-01, not "${text}".`,
  })
}

/** A village that calls wants to be visited within four weeks where nothing else is said. */
const callDays = 28

function changesOf(options: ReplanCommandOptions, now: PlainDate, horizonEnd: PlainDate): Change[] {
  const from = dateOf('--from', options.from) ?? now
  const given = dateOf('--to', options.to)
  const to = given ?? horizonEnd
  const { service } = options
  if (options.call.length > 0 && service === undefined)
    throw new UsageError({
      zh: '--call 要和 --service 一起写：村里要哪项服务。',
      en: '--call goes with --service: which service the village asks for.',
    })
  const last = given ?? addDays(from, callDays)
  const within = { from, to: last > horizonEnd ? horizonEnd : last }
  const changes: Change[] = [
    ...options.open.map((way): Change => ({ do: 'open-road', way })),
    ...options.close.map((way): Change => ({ do: 'close-road', way, from, to })),
    ...options.vehicleDown.map((vehicle): Change => ({ do: 'vehicle-down', vehicle, from, to })),
    ...options.staffAway.map((staff): Change => ({ do: 'staff-away', staff, from, to })),
    ...options.call.map(
      (settlement): Change => ({ do: 'call-village', settlement, service: service ?? '', within }),
    ),
  ]
  if (changes.length > 0) return changes
  throw new UsageError({
    zh: '写明发生了什么：--close 道路、--open 道路、--vehicle-down 车辆、--staff-away 人员 或 --call 村。',
    en: 'Say what happened: --close ROAD, --open ROAD, --vehicle-down ID, --staff-away ID or --call VILLAGE.',
  })
}

function show({ terminal }: Session, input: CountyInput, a: Alternative): void {
  const { title, purpose } = alternativeWords[a.kind]
  terminal.say({ zh: `${title.zh}：${purpose.zh}`, en: `${title.en}: ${purpose.en}` })
  terminal.say(menuTable([a], terminal.language))
  const lines = differenceLines(a, input, terminal.language)
  if (lines !== '') terminal.say(lines)
}

function showMenu(
  { terminal }: Session,
  input: CountyInput,
  menu: readonly CheckedAlternative[],
): void {
  const { language } = terminal
  terminal.say('')
  terminal.say(menuTable(menu, language))
  for (const [k, a] of menu.entries()) {
    const { title, purpose } = alternativeWords[a.kind]
    const valid = a.checked.verdict === 'valid'
    const check = {
      zh: valid ? '独立检查通过' : '独立检查未通过',
      en: valid ? 'passed the independent check' : 'failed the independent check',
    }
    terminal.say('')
    terminal.say({
      zh: `【${title.zh}】${purpose.zh}（--choose ${a.kind}；${check.zh}）`,
      en: `[${title.en}] ${purpose.en} (--choose ${a.kind}; ${check.en})`,
    })
    const twin = menu.slice(0, k).find((b) => sameTours(a, b))
    if (twin !== undefined)
      terminal.say({
        zh: `与“${alternativeWords[twin.kind].title.zh}”相同。`,
        en: `The same as "${alternativeWords[twin.kind].title.en}".`,
      })
    else terminal.say(differenceLines(a, input, language))
    if (!valid) terminal.findings(a.checked.findings, { most: 5 })
  }
}
