import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Catalogue } from '@kuashan/core/catalogue/catalogue.ts'
import { lintCatalogue } from '@kuashan/core/catalogue/lint-catalogue.ts'
import type { Rule } from '@kuashan/core/catalogue/rule.ts'
import { startingCatalogue } from '@kuashan/core/catalogue/starting-catalogue.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { explainFinding } from '@kuashan/core/words/explain-finding.ts'
import { readCountyFolder } from '@kuashan/engine/county-folder/read-county-folder.ts'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'kuashan-hukou-'))
cpSync(new URL('../../examples/three-valleys/', import.meta.url).pathname, folder, {
  recursive: true,
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hukou: Rule = { eq: ['hukouHere', true] }
/** However deep the test stands in the rule. */
const hidden: ((rule: Rule) => Rule)[] = [
  () => hukou,
  (rule) => ({ all: [rule, hukou] }),
  (rule) => ({ any: [rule, { not: hukou }] }),
]

const tested = (id: string, hide: (rule: Rule) => Rule): Catalogue => {
  const catalogue = startingCatalogue()
  const { entitled } = catalogue.services.find((s) => s.id === id)!
  entitled.rule = hide(entitled.rule)
  return catalogue
}

describe('hukou is no barrier to a basic service (A14)', () => {
  it('every basic service whose rule tests hukou is refused, with the service named (A14)', () => {
    const basic = startingCatalogue().services.filter((s) => s.basic)
    expect(basic.length).toBeGreaterThan(20)
    for (const { id } of basic)
      for (const hide of hidden) {
        const found = lintCatalogue(tested(id, hide), [], '2026-06-01' as PlainDate)
        const refusal = found.filter((f) => f.code === 'hukou-gates-basic-service')
        expect(refusal).toMatchObject([{ severity: 'error', facts: { service: id } }])
      }
  })

  it('a county folder with such a catalogue does not import (A14)', async () => {
    const file = join(folder, 'catalogue.json')
    writeFileSync(file, JSON.stringify(startingCatalogue()))
    expect((await readCountyFolder(folder)).input).not.toBeNull()
    writeFileSync(file, JSON.stringify(tested('MED-01', hidden[1]!)))
    const { input, findings } = await readCountyFolder(folder)
    expect(input).toBeNull()
    const [refusal, ...others] = findings.filter((f) => f.severity === 'error')
    expect(others).toEqual([])
    expect(refusal).toMatchObject({ at: { file: 'catalogue.json' } })
    expect(explainFinding(refusal!, 'en').what).toContain('MED-01')
  })
})
