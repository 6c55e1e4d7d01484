import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { Mode, Plan } from '@kuashan/core/plan/plan.ts'
import { capitalOfChanges } from '@kuashan/core/plan/scenario/capital-of-changes.ts'
import { type Side, type SideInput, sideOf } from '@kuashan/core/planner/compare/side.ts'
import type { PlanBudget } from '@kuashan/engine/planning/plan-budget.ts'
import { travelOf } from './open-county.ts'
import { type OpenedCounty, openCountyUnder, type Under, underOf } from './open-scenario.ts'
import { planCounty } from './plan-county.ts'
import { assertPlanOf, readPlan } from './read-plan.ts'
import type { Session } from './session.ts'
import { UsageError } from './usage-error.ts'

export interface CompareOptions {
  county?: string
  mode: Mode
  seed: number
  workers: number
}

export interface OpenedSide {
  /** Null when errors stand in the way. */
  side: Side | null
  /** It stands on the county as it is, of no scenario and no later year. */
  asItIs: boolean
  findings: Finding[]
}

const isFolder = (text: string): boolean => existsSync(join(text, 'county.yaml'))
const isPlanFile = (text: string): boolean =>
  text.endsWith('.json') && existsSync(text) && statSync(text).isFile()

/** The county folder that a plan file lies in: its own folder, or the one above. */
const folderAbove = (file: string): string | undefined =>
  [dirname(resolve(file)), dirname(dirname(resolve(file)))].find(isFolder)

/** The county folder of a comparison: as given, else that of a side, else this one. */
export function countyOfSides(sides: readonly string[], county: string | undefined): string {
  const found =
    county ?? sides.find(isFolder) ?? sides.filter(isPlanFile).map(folderAbove).find(Boolean) ?? '.'
  if (isFolder(found)) return found
  throw new UsageError({
    zh: `不知道比较的是哪个县：${resolve(found)} 里没有 county.yaml。用 --county 写出县文件夹。`,
    en: `Which county is compared is not clear: ${resolve(found)} has no county.yaml. Name the county folder with --county.`,
  })
}

type Asked = Omit<CompareOptions, 'county'> & { budget: PlanBudget }

interface Read {
  folder: string
  under: Under
  /** A plan that is there; undefined where one is to be made, null for today's supply. */
  plan: Plan | null | undefined
}

function readSide(text: string, folder: string): Read {
  if (text === 'today') return { folder, under: {}, plan: null }
  if (isFolder(text)) return { folder: text, under: {}, plan: undefined }
  if (isPlanFile(text)) {
    const plan = readPlan(text)
    return { folder: folderAbove(text) ?? folder, under: underOf(plan), plan }
  }
  return { folder, under: { scenario: text }, plan: undefined }
}

function namesOf(text: string, { scenario }: OpenedCounty): Pick<SideInput, 'nameZh' | 'nameEn'> {
  if (text === 'today') return { nameZh: '现状', nameEn: 'Today' }
  if (scenario === null) return { nameZh: basename(text), nameEn: basename(text) }
  if (!isPlanFile(text)) return { nameZh: scenario.nameZh, nameEn: scenario.nameEn }
  const file = basename(text)
  return { nameZh: `${scenario.nameZh}（${file}）`, nameEn: `${scenario.nameEn} (${file})` }
}

/**
 * One side of a comparison: `today`, a plan file, the id of a scenario or a scenario file (planned now), or another
 * county folder (planned now).
 */
export async function openSide(
  text: string,
  folder: string,
  options: Asked,
  session: Session,
): Promise<OpenedSide> {
  const read = readSide(text, folder)
  const opened = await openCountyUnder(read.folder, read.under, session)
  const { input } = opened
  if (!input) return { side: null, asItIs: false, findings: opened.findings }
  if (read.plan) assertPlanOf(input, read.plan, text)
  const { travel, findings } = await travelOf(input, session, options)
  const all = [...opened.findings, ...findings]
  let plan = read.plan
  if (plan === undefined) {
    const made = await planCounty(input, travel, options, session)
    plan = made.plan
    all.push(...made.findings)
  } else if (plan !== null) {
    const { county, catalogue } = input
    all.push(...checkPlan({ county, catalogue, travel, plan }).findings)
  }
  return {
    side: sideOf({
      id: text,
      ...namesOf(text, opened),
      input,
      travel,
      plan,
      capitalOfChanges: capitalOfChanges(opened.changes, opened.before ?? input),
    }),
    asItIs: opened.scenario === null && read.folder === folder,
    findings: all,
  }
}
