import type { Catalogue } from '../catalogue/catalogue.ts'
import { floorsOn } from '../catalogue/floors.ts'
import { servicesInScope } from '../catalogue/scope.ts'
import { metricText } from '../catalogue/terms.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { type BeyondCalendar, beyondCalendar } from '../plan/beyond-calendar.ts'
import type { County } from '../plan/county.ts'
import { peopleMissing } from '../plan/needs-missed.ts'
import type { Plan, Shortage } from '../plan/plan.ts'
import type { Language } from '../words/language.ts'
import { budgetFindings } from './budget-findings.ts'

/** What is to be said of a plan that was made: what it misses and why, in rows of the data where these are the cause. */
export function planFindings(county: County, catalogue: Catalogue, plan: Plan): Finding[] {
  const beyond = beyondCalendar(county, catalogue)
  const named = new Set(beyond.flatMap((b) => b.rows.map((r) => `${b.service} ${r.metric}`)))
  const missed = plan.shortages.filter((s) => !named.has(`${s.service} ${s.metric}`))
  return [
    ...beyond.flatMap((b) => beyondFinding(b, plan)),
    ...missed.map(missedFinding),
    ...fleetFindings(plan),
    ...budgetFindings(county, plan),
    ...coreWithoutFloor(county, catalogue),
  ]
}

const missedFinding = ({ settlement, service, metric, want, have }: Shortage): Finding =>
  finding(
    'floor-missed',
    { path: `shortages.${settlement}.${service}.${metric}` },
    { settlement, service, want, have },
  )

/** One finding that names the rows of the standards, in place of one for every settlement that misses them. */
function beyondFinding({ service, bySite, rows }: BeyondCalendar, plan: Plan): Finding[] {
  const metrics = new Set<string>(rows.map((r) => r.metric))
  const missed = plan.shortages.filter((s) => s.service === service && metrics.has(s.metric))
  if (missed.length === 0) return []
  const row = (value: 'value' | 'nearest', language: Language) =>
    rows
      .map((r) => `${r.document} ${r.clause}: ${metricText(r.metric, r[value], language)}`)
      .join(language === 'zh' ? '；' : '; ')
  const index = rows[0]!.index
  return [
    finding(
      bySite ? 'standards-only-by-site' : 'standards-beyond-calendar',
      index === null
        ? { path: `services.${service}.standards` }
        : { file: 'standards.yaml', path: `standards.${index}` },
      {
        service,
        rows: row('value', 'en'),
        rowsZh: row('value', 'zh'),
        nearest: row('nearest', 'en'),
        nearestZh: row('nearest', 'zh'),
        settlements: new Set(missed.map((s) => s.settlement)).size,
        people: Math.round(peopleMissing(missed, false) + peopleMissing(missed, true)),
      },
    ),
  ]
}

const fleetFindings = ({ fleet }: Plan): Finding[] =>
  fleet
    .filter((f) => f.daysShort > 0)
    .map(({ kind, daysShort, daysAvailable }) =>
      finding(
        'fleet-short',
        { path: `fleet.${kind}` },
        { kind, days: daysShort, available: daysAvailable },
      ),
    )

/** Core services that the county wants and no floor of place asks for: nothing says how much of them is enough. */
function coreWithoutFloor({ settings, standards }: County, catalogue: Catalogue): Finding[] {
  const { floors } = floorsOn(catalogue, standards, settings.asOf)
  const scope = servicesInScope(catalogue, floors, settings.services)
  const planned = new Set(scope.map(({ service }) => service.id))
  const asked = (id: string) => settings.services.length === 0 || settings.services.includes(id)
  const left = catalogue.services
    .filter((s) => s.core && asked(s.id) && !planned.has(s.id))
    .map((s) => s.id)
    .sort()
  if (left.length === 0) return []
  const facts = { count: left.length, services: left.join(', ') }
  return [finding('core-without-floor', { path: 'settings.services' }, facts)]
}
