import type { Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { basisSection, floorsSection, levelsSection } from './basis-section.ts'
import { changesSection } from './changes-section.ts'
import { coverageSection, groupsSection } from './coverage-section.ts'
import { departmentsSection } from './departments-section.ts'
import { doorstepSection } from './doorstep-section.ts'
import { equalCoverageSection } from './equal-coverage-section.ts'
import { equitySection } from './equity-section.ts'
import { floorPricesSection, whyMissedSection } from './explained-section.ts'
import { shortagesSection, worstOffSection } from './gaps-section.ts'
import { headline } from './headline.ts'
import { mapsSection } from './maps-section.ts'
import { namesOf } from './names.ts'
import type { ReportInput } from './report-input.ts'
import { reportStyle } from './report-style.ts'
import { ridesSection } from './rides-section.ts'
import type { Context } from './section.ts'
import { sharingSection } from './sharing-section.ts'
import { costsSection, sitesSection } from './sites-section.ts'
import { timetableCrews } from './timetable-crews.ts'
import { timetableVillages } from './timetable-villages.ts'
import { tripsSection } from './trips-section.ts'
import { unitCostSection } from './unit-cost-section.ts'
import { villagesSection } from './villages-section.ts'

const contents: readonly [id: string, words: Words][] = [
  ['worst-off', { zh: '最缺的村', en: 'Worst off' }],
  ['maps', { zh: '地图', en: 'Maps' }],
  ['coverage', { zh: '达标率', en: 'Coverage' }],
  ['equity', { zh: '公平', en: 'Equity' }],
  ['shortages', { zh: '仍做不到的', en: 'Still missed' }],
  ['why-missed', { zh: '最小的改动', en: 'Smallest changes' }],
  ['floor-prices', { zh: '标准的价钱', en: 'Floor prices' }],
  ['changes', { zh: '变化', en: 'Changes' }],
  ['sites', { zh: '场所', en: 'Sites' }],
  ['timetable-villages', { zh: '各村时间表', en: 'Villages' }],
  ['timetable-crews', { zh: '车组时间表', en: 'Crews' }],
  ['doorstep', { zh: '上门', en: 'Doorstep' }],
  ['rides', { zh: '接送', en: 'Rides' }],
  ['costs', { zh: '费用', en: 'Costs' }],
  ['equal-coverage', { zh: '同等覆盖', en: 'Equal coverage' }],
  ['departments', { zh: '部门分摊', en: 'Departments' }],
  ['unit-cost', { zh: '每人次费用', en: 'Unit cost' }],
  ['trips', { zh: '出行', en: 'Trips' }],
  ['sharing', { zh: '资源分配', en: 'Sharing' }],
  ['villages-by-rule', { zh: '应巡访的村', en: 'Villages to visit' }],
  ['floors', { zh: '标准', en: 'Floors' }],
  ['basis', { zh: '定义与假设', en: 'Definitions' }],
]

/** Sections of explanations and comparison stand only where there are any. */
function shown({ explained, plan }: Context, id: string): boolean {
  if (id === 'equal-coverage') return plan.equalCoverage !== undefined
  if (id === 'why-missed') return (explained?.worst.length ?? 0) > 0
  return id !== 'floor-prices' || (explained?.floors.length ?? 0) > 0
}

function head(context: Context): Markup {
  const { input, plan, verdict, t, language } = context
  const { settings } = input.county
  const name = language === 'en' ? settings.nameEn : settings.name
  return html`<h1>${t({ zh: `${name}：固定＋流动公共服务方案`, en: `${name}: fixed + mobile public services` })}</h1>
<p>${t({ zh: '方案期', en: 'Horizon' })} ${plan.horizon.from} – ${plan.horizon.to} · ${t({ zh: '数据截至', en: 'data as of' })} ${settings.asOf} ·
<span class="verdict ${verdict}">${verdict === 'valid' ? t({ zh: '独立检查通过', en: 'passed the independent check' }) : t({ zh: '独立检查未通过', en: 'failed the independent check' })}</span></p>
<nav>${contents.filter(([id]) => shown(context, id)).map(([id, words]) => html`<a href="#${id}">${t(words)}</a>`)}</nav>`
}

/** The printable report: one HTML file, no script, no network. Throws nothing; unknown ids are shown as they are. */
export function reportHtml(input: ReportInput): string {
  const { language } = input
  const context: Context = {
    ...input,
    names: namesOf(input.input, language),
    t: (words) => words[language],
  }
  const title =
    language === 'en' ? input.input.county.settings.nameEn : input.input.county.settings.name
  const page = html`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · 跨山 Kuashan</title>
<style>${{ markup: reportStyle }}</style></head><body><main>
${head(context)}${headline(context)}${worstOffSection(context)}${mapsSection(context)}${coverageSection(context)}
${groupsSection(context)}${equitySection(context)}${shortagesSection(context)}${whyMissedSection(context)}${floorPricesSection(context)}${changesSection(context)}${sitesSection(context)}
${timetableVillages(context)}${timetableCrews(context)}${doorstepSection(context)}${ridesSection(context)}${costsSection(context)}${equalCoverageSection(context)}${departmentsSection(context)}${unitCostSection(context)}${tripsSection(context)}${sharingSection(context)}${villagesSection(context)}${levelsSection(context)}
${floorsSection(context)}${basisSection(context)}
</main></body></html>`
  return `<!doctype html>\n${page.markup}\n`
}
