import { assumptionText } from '@kuashan/core/catalogue/assumptions.ts'
import type { Floor } from '@kuashan/core/catalogue/standard.ts'
import { metricText, standardLevelWords } from '@kuashan/core/catalogue/terms.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { LevelValue } from '@kuashan/core/plan/plan.ts'
import { levelWords } from '@kuashan/core/words/explain/level-words.ts'
import { explainFinding } from '@kuashan/core/words/explain-finding.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { html, type Markup } from '../html.ts'
import { type Context, section, table } from './section.ts'

/** Which floors were in force, under which document and clause. */
export function floorsSection(context: Context): Markup {
  const { names, t } = context
  const body = table<Floor>(
    context,
    [
      {
        head: { zh: '服务', en: 'Service' },
        cell: (f) => `${f.service} ${names.service(f.service)}`,
      },
      {
        head: { zh: '底线', en: 'Floor' },
        cell: (f) => metricText(f.metric, f.value, context.language),
      },
      { head: { zh: '层级', en: 'Level' }, cell: (f) => t(standardLevelWords[f.level]) },
      {
        head: { zh: '文件与条款', en: 'Document and clause' },
        cell: (f) =>
          html`${f.document} ${f.clause}${f.invented ? html` <i class="assumed">${t({ zh: '虚构', en: 'invented' })}</i>` : null}`,
      },
    ],
    context.today.floors,
  )
  return section(context, 'floors', { zh: '依据的标准', en: 'Floors in force' }, body, {
    zh: `以 ${context.today.asOf} 当天有效的版本为准；多层标准取对居民最有利者。“虚构”表示演示用的文件，不是真实规定。`,
    en: `As in force on ${context.today.asOf}; of several layers the one most in the resident’s favour. “Invented” marks documents made up for a demonstration.`,
  })
}

/** The objective level by level, each frozen before the next. */
export function levelsSection(context: Context): Markup {
  const { t } = context
  const body = table<LevelValue>(
    context,
    [
      { head: { zh: '层次', en: 'Level' }, cell: (l) => t(levelWords[l.level]) },
      {
        head: { zh: '数值', en: 'Value' },
        cell: (l) => `${formatNumber(l.value, 1)} ${l.unit}`,
        numeric: true,
      },
      {
        head: { zh: '下界', en: 'Bound' },
        cell: (l) =>
          l.bound === null ? t({ zh: '无', en: 'no bound' }) : formatNumber(l.bound, 1),
        numeric: true,
      },
      {
        head: { zh: '放宽', en: 'Slack' },
        cell: (l) => `${formatNumber(l.epsilon * 100, 1)}%`,
        numeric: true,
      },
    ],
    context.plan.levels,
  )
  return section(context, 'levels', { zh: '目标的先后', en: 'Levels of the objective' }, body, {
    zh: '先保底线，再省钱，再看最差的人；每一层定下最好值（加放宽）后才算下一层，从不加权求和。',
    en: 'Floors first, then cost, then those worst off; each level is frozen at its best (plus slack) before the next. Nothing is weighed against people.',
  })
}

function findingsList(context: Context, findings: readonly Finding[]): Markup {
  const counts = new Map<string, { finding: Finding; count: number }>()
  for (const finding of findings) {
    const entry = counts.get(finding.code)
    if (entry) entry.count += 1
    else counts.set(finding.code, { finding, count: 1 })
  }
  if (counts.size === 0) return html`<p class="none">${context.t({ zh: '无', en: 'None' })}</p>`
  return html`<ul>${[...counts.values()].map(({ finding, count }) => html`<li>${explainFinding(finding, context.language).what}${count > 1 ? html` <small>(${context.t({ zh: `同类共 ${count} 条`, en: `${count} of this kind` })})</small>` : null}</li>`)}</ul>`
}

/** What was assumed, how it was made, and how to make it again. */
export function basisSection(context: Context): Markup {
  const { plan, input, t } = context
  const { settings } = input.county
  const d = settings.remote
  const tests = [
    d.minElevationM === undefined
      ? null
      : t({ zh: `海拔 ≥ ${d.minElevationM} 米`, en: `height ≥ ${d.minElevationM} m` }),
    d.minMinutesToTownship === undefined
      ? null
      : t({
          zh: `到乡镇 ≥ ${d.minMinutesToTownship} 分钟`,
          en: `≥ ${d.minMinutesToTownship} min to the township`,
        }),
    d.minMinutesToCountySeat === undefined
      ? null
      : t({
          zh: `到县城 ≥ ${d.minMinutesToCountySeat} 分钟`,
          en: `≥ ${d.minMinutesToCountySeat} min to the county seat`,
        }),
    d.maxPeoplePerKm2 === undefined
      ? null
      : t({
          zh: `每平方公里 ≤ ${d.maxPeoplePerKm2} 人`,
          en: `≤ ${d.maxPeoplePerKm2} people per km²`,
        }),
  ].filter((x) => x !== null)
  const body = html`<h3>${t({ zh: '偏远的定义', en: 'Definition of outlying' })}</h3>
<p>${t({ zh: `版本 ${d.version}：以下至少 ${d.atLeast} 项成立`, en: `Version ${d.version}: at least ${d.atLeast} of` })}: ${tests.join(t({ zh: '；', en: '; ' }))}</p>
<h3>${t({ zh: '假设的数值', en: 'Assumed values' })}</h3>
${table(
  context,
  [
    {
      head: { zh: '项目', en: 'What' },
      cell: (a: { what: string; value: string | number }) =>
        assumptionText(a.what, context.language),
    },
    {
      head: { zh: '数值', en: 'Value' },
      cell: (a) =>
        html`${String(a.value)} <i class="assumed">${t({ zh: '假设', en: 'assumed' })}</i>`,
      numeric: true,
    },
  ],
  plan.assumed,
)}
<h3>${t({ zh: '数据说明', en: 'Notes on the data' })}</h3>${findingsList(context, [...context.importFindings, ...context.today.findings])}
<h3>${t({ zh: '检查结果', en: 'Independent check' })}</h3>${findingsList(context, context.checkFindings)}
<h3>${t({ zh: '重做这个方案', en: 'To make this plan again' })}</h3>
<p><code>plan --seed ${plan.made.seed} --budget ${plan.made.iterations}it --workers ${plan.made.workers}</code><br>
<small>${plan.made.engine} · ${t({ zh: '数据', en: 'data' })} ${plan.made.dataHash.slice(0, 16)} · ${plan.made.reproducible ? t({ zh: '可逐字节重现', en: 'byte-equal on replay' }) : t({ zh: '按时间停止；用上面的迭代数重现', en: 'stopped by the clock; replay with the iterations above' })}</small></p>`
  return section(context, 'basis', { zh: '定义与假设', en: 'Definitions and assumptions' }, body)
}
