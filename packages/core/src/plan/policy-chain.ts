import type { Catalogue } from '../catalogue/catalogue.ts'
import { floorsOn } from '../catalogue/floors.ts'
import type { Floor } from '../catalogue/standard.ts'
import { facilityKindWords, metricText, modeWords } from '../catalogue/terms.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { compareText } from '../kernel/order.ts'
import { bySeverity } from '../kernel/severity.ts'
import type { County } from './county.ts'
import { type FacilityProject, facilityProjects } from './facility-projects.ts'
import type { Plan, ReachMode } from './plan.ts'
import { isCited, type PolicyText } from './policy-text.ts'

/** A service as a plan gives it by one channel, at so many places. */
export interface PlanItem {
  service: string
  mode: ReachMode
  places: number
}

/** A standard in force with the policy texts that it leans on. */
export interface ChainStandard extends Floor {
  texts: string[]
}

/** One chain: a facility project or an item of the plan, and the standards and texts behind it. */
export interface ChainLink {
  what: { project: FacilityProject } | { item: PlanItem }
  standards: ChainStandard[]
  /** Services of it that no standard in force is behind. */
  without: string[]
}

export interface PolicyChain {
  links: ChainLink[]
  /** Every place where the chain is broken, what matters most first. */
  gaps: Finding[]
}

function itemsOf(plan: Plan | null): PlanItem[] {
  const places = new Map<string, Set<string>>()
  for (const { service, mode, place } of plan?.assignments ?? []) {
    const key = `${service} ${mode}`
    places.set(key, (places.get(key) ?? new Set()).add(place))
  }
  return [...places]
    .sort((a, b) => compareText(a[0], b[0]))
    .map(([key, at]) => {
      const [service, mode] = key.split(' ') as [string, ReachMode]
      return { service, mode, places: at.size }
    })
}

/** What gaps call things in both languages: a fact in Chinese stands beside the other as `serviceZh`. */
function factsOf({ services }: Catalogue) {
  const byId = new Map(services.map((service) => [service.id, service]))
  const zh = (id: string) => byId.get(id)?.nameZh ?? id
  const en = (id: string) => byId.get(id)?.nameEn ?? id
  const service = (id: string) => ({ service: en(id), serviceZh: zh(id) })
  return {
    service,
    list: (ids: readonly string[]) => ({
      services: ids.map(en).join(', ') || '—',
      servicesZh: ids.map(zh).join('、') || '—',
    }),
    standard: ({ service: id, metric, value }: Floor) => ({
      ...service(id),
      metric: metricText(metric, value, 'en'),
      metricZh: metricText(metric, value, 'zh'),
    }),
  }
}

type GapFacts = ReturnType<typeof factsOf>

const gapsOfLinks = (links: readonly ChainLink[], said: GapFacts): Finding[] =>
  links.flatMap(({ what, standards, without }) => {
    if (standards.length > 0) return []
    if ('item' in what) {
      const { service, mode } = what.item
      const by = { mode: modeWords[mode].en, modeZh: modeWords[mode].zh }
      const facts = { ...said.service(service), ...by }
      return [finding('item-without-standard', { path: service }, facts)]
    }
    const { facility, name, nameEn, kind } = what.project
    const as = { kind: facilityKindWords[kind].en, kindZh: facilityKindWords[kind].zh }
    const facts = { name: nameEn ?? name, nameZh: name, ...as, ...said.list(without) }
    return [finding('project-without-standard', { path: facility }, facts)]
  })

/**
 * The chain from what is planned and built to what it stands on: facility projects and items of a plan, the standards in
 * force behind their services, the policy texts those cite. Without a plan the county's own projects alone. Gaps: a
 * project or an item without a standard, a standard without its text in the register, a standard that nothing of the plan
 * carries out, a text that no standard cites.
 */
export function policyChain(
  { county, catalogue }: { county: County; catalogue: Catalogue },
  plan: Plan | null,
  texts: readonly PolicyText[],
): PolicyChain {
  const { floors } = floorsOn(catalogue, county.standards, county.settings.asOf)
  const standards = floors.map((floor): ChainStandard => {
    const cited = texts.filter((text) => isCited(text, floor.document, floor.clause))
    return { ...floor, texts: cited.map(({ id }) => id) }
  })
  const behind = (services: readonly string[]) => ({
    standards: standards.filter(({ service }) => services.includes(service)),
    without: services.filter((id) => !standards.some(({ service }) => service === id)),
  })
  const projects = facilityProjects({ county, catalogue }, plan)
  const items = itemsOf(plan)
  const links: ChainLink[] = [
    ...projects.map((project) => ({ what: { project }, ...behind(project.services) })),
    ...items.map((item) => ({ what: { item }, ...behind([item.service]) })),
  ]
  const carried = new Set(items.map(({ service }) => service))
  const at = ({ service, metric }: Floor) => ({ path: `${service}.${metric}` })
  const said = factsOf(catalogue)
  const gaps = [
    ...gapsOfLinks(links, said),
    ...standards
      .filter((one) => one.texts.length === 0)
      .map((one) => {
        const { document, clause } = one
        const facts = { ...said.standard(one), document, clause }
        return finding('standard-without-text', at(one), facts)
      }),
    ...standards
      .filter(({ service }) => plan !== null && !carried.has(service))
      .map((one) => {
        const facts = { ...said.standard(one), document: one.document }
        return finding('standard-without-item', at(one), facts)
      }),
    ...texts
      .filter(({ id }) => !standards.some((one) => one.texts.includes(id)))
      .map(({ id, title }) => finding('text-without-standard', { path: id }, { id, title })),
  ]
  return { links, gaps: gaps.sort(bySeverity) }
}
