import { useSay } from '@kuashan/ui/language/language.tsx'
import { ObjectionCard } from '../../parts/plans/objection-card.tsx'

interface VillageObjectionsProps {
  plan: string
  villages: readonly { village: string; name: string }[]
}

/** What residents of the area object to, with the answers, and a place to take another down. */
export function VillageObjections({ plan, villages }: VillageObjectionsProps) {
  const say = useSay()
  const names = new Map(villages.map((one) => [one.village, one.name]))
  return (
    <ObjectionCard
      plan={plan}
      title={{ zh: '村民异议', en: 'Objections of residents' }}
      villages={villages}
      asks={{ zh: '村民怎么说', en: 'What the resident says' }}
      from={({ village }) => names.get(village) ?? village}
    >
      {({ answer }) => (
        <div>
          {answer === null ? (
            say({ zh: '等规划员答复', en: 'Waits for the planner’s answer' })
          ) : (
            <>
              {say({ zh: '答复：', en: 'Answer: ' })}
              <span lang="zh">{answer}</span>
            </>
          )}
        </div>
      )}
    </ObjectionCard>
  )
}
