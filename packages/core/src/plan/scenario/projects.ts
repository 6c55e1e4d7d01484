import { type Finding, finding } from '../../kernel/finding.ts'
import type { Words } from '../../words/language.ts'
import type { Change, ChangeKind, Layer, Scenario } from '../change.ts'
import type { CountyInput } from '../county.ts'
import { applyChanges } from './apply-changes.ts'

export const layerWords: Record<Layer, Words> = {
  planning: { zh: '规划', en: 'planning' },
  industry: { zh: '产业布局', en: 'industry' },
  infrastructure: { zh: '基础设施', en: 'infrastructure' },
  ecology: { zh: '生态治理', en: 'ecology' },
  services: { zh: '公共服务', en: 'public services' },
  resources: { zh: '资源配置', en: 'resources' },
}

/** The layer that a kind of change works on first; industry is touched only by what a project says of itself. */
const layerOf: Record<ChangeKind, Layer> = {
  'close-road': 'infrastructure',
  'open-road': 'infrastructure',
  'build-road': 'infrastructure',
  'add-vehicle': 'resources',
  'add-vehicles-like': 'resources',
  'remove-vehicle': 'resources',
  'set-vehicle': 'resources',
  'vehicle-down': 'resources',
  'add-bus-line': 'infrastructure',
  'add-staff': 'resources',
  'staff-away': 'resources',
  'move-staff': 'resources',
  'retire-staff': 'resources',
  'add-site': 'services',
  'add-site-at': 'services',
  'close-site': 'services',
  'convert-site': 'services',
  'move-people': 'planning',
  resettle: 'planning',
  'merge-divisions': 'planning',
  'set-standard': 'services',
  'drop-standard': 'services',
  'set-price': 'resources',
  'set-budget': 'resources',
  'set-fund': 'resources',
  'set-setting': 'planning',
  border: 'planning',
  'red-line': 'ecology',
  'call-village': 'services',
}

/** The layers that changes touch, in the order of the six. */
export const layersOf = (changes: readonly Change[]): Set<Layer> =>
  new Set(changes.map((c) => layerOf[c.do]))

/** A project is a scenario that declares effects. */
export const isProject = (scenario: Scenario): boolean => scenario.effects !== undefined

function effectFindings(project: Scenario): Finding[] {
  const at = { path: project.id }
  const declared = new Set((project.effects ?? []).map((e) => e.layer))
  if (declared.size === 0) return [finding('project-effect-empty', at, { project: project.id })]
  return [...layersOf(project.changes)]
    .filter((layer) => !declared.has(layer))
    .map((layer) => {
      const { zh, en } = layerWords[layer]
      const facts = { project: project.id, layer: en, layerZh: zh }
      return finding('project-effect-undeclared', at, facts)
    })
}

/** A finding about change `k` of all projects together, told of the project it belongs to. */
function placed(f: Finding, projects: readonly Scenario[]): { project: number; finding: Finding } {
  let k = Number(f.at.path?.split('.').at(-1) ?? 0)
  let project = 0
  while (project < projects.length - 1 && k >= projects[project]!.changes.length) {
    k -= projects[project]!.changes.length
    project++
  }
  const { id } = projects[project]!
  const facts = 'n' in f.facts ? { ...f.facts, n: k + 1 } : f.facts
  return { project, finding: { ...f, at: { ...f.at, path: `${id}.changes.${k}` }, facts } }
}

/**
 * Whether projects go together on one map: all their changes resolved at once, so that a red line of one forbids the
 * road of another, and those that contradict each other are named by both; and whether each declares what it touches.
 */
export function checkProjects(input: CountyInput, projects: readonly Scenario[]): Finding[] {
  if (projects.length === 0) return []
  const changes = projects.flatMap((p) => p.changes)
  const owner = projects.flatMap((p) => p.changes.map(() => p.id))
  const together = applyChanges(input, changes).findings.map((f): Finding => {
    const { project, finding: own } = placed(f, projects)
    const other = owner[Number(f.facts.first) - 1]
    const { id } = projects[project]!
    if (f.code !== 'change-undone' || other === undefined || other === id) return own
    const facts = { project: id, other, key: f.facts.key ?? '' }
    return finding('projects-contradict', own.at, facts)
  })
  return [...together, ...projects.flatMap(effectFindings)]
}
