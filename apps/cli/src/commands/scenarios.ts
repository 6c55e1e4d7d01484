import type { Finding } from '@kuashan/core/kernel/finding.ts'
import {
  checkProjects,
  isProject,
  layersOf,
  layerWords,
} from '@kuashan/core/plan/scenario/projects.ts'
import { applyScenario } from '@kuashan/core/plan/scenario/scenarios.ts'
import { readScenarios } from '@kuashan/engine/county-folder/read-scenarios.ts'
import { openCounty } from '../open-county.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'

/** `scenarios DIR`: every scenario resolved, and the projects among them checked against one another. */
export async function scenariosCommand(dir: string, session: Session): Promise<0 | 1> {
  const { terminal } = session
  const { folder, input, findings: opened } = await openCounty(dir, session)
  if (!input) {
    terminal.findings(opened)
    terminal.result({ findings: opened })
    return 1
  }
  const { scenarios, findings } = await readScenarios(folder)
  const all: Finding[] = [...findings]
  const rows = scenarios.map((scenario) => {
    const applied = applyScenario(input, scenario, scenarios)
    all.push(...applied.findings)
    const layers = [...layersOf(scenario.changes)]
    return { ...scenario, applies: applied.input !== null, layers }
  })
  all.push(...checkProjects(input, scenarios.filter(isProject)))
  terminal.findings(all)
  for (const { id, nameZh, nameEn, changes, applies, layers } of rows)
    terminal.say({
      zh: `${id} ${nameZh}：${changes.length} 项改动（${layers.map((l) => layerWords[l].zh).join('、')}）${applies ? '' : '，不能做'}`,
      en: `${id} ${nameEn}: ${changes.length} changes (${layers.map((l) => layerWords[l].en).join(', ')})${applies ? '' : ', cannot be done'}`,
    })
  terminal.result({ scenarios: rows, findings: all })
  return exitCode(all)
}
