import type { PlanLine } from '@kuashan/contract/plans.ts'
import { planStepNames } from '@kuashan/core/plan/publication.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { colours } from '@kuashan/ui/tokens.ts'
import { Tag } from 'antd'

/** Where a plan stands, and whether the checker let it through. */
export function StepTag({ line }: { line: Pick<PlanLine, 'step' | 'verdict'> }) {
  const say = useSay()
  return (
    <>
      <Tag {...(line.step === 'published' ? { color: colours.good, variant: 'solid' } : {})}>
        {say(planStepNames[line.step])}
      </Tag>
      {line.verdict === 'broken' && (
        <Tag color={colours.bad} variant="solid">
          {say({ zh: '检查有错', en: 'checker found errors' })}
        </Tag>
      )}
    </>
  )
}
