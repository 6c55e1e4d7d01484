import { facilityKindWords } from '@kuashan/core/catalogue/terms.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Card, Flex } from 'antd'
import { useState } from 'react'
import type { Edited } from '../../../parts/edits/use-edit-trial.ts'
import type { Known } from '../../../server/names.ts'
import { openableIn, openIn } from './decision-edits.ts'
import { EditDecision, type FirstEdit } from './edit-decision.tsx'

interface PointedPlaceProps {
  edited: Edited
  plan: Plan
  known: Known
  /** The building or settlement that was clicked on the map. */
  place: string
}

/** What can be changed at a place that was pointed at on the map: a building opened or closed, a stop visited otherwise. */
export function PointedPlace({ edited, plan, known, place }: PointedPlaceProps) {
  const say = useSay()
  const [open, setOpen] = useState<FirstEdit | null>(null)
  const { facilities } = known.territory
  const facility = facilities.find(({ id }) => id === place)
  const isIn = (some: readonly { id: string }[]) => some.some(({ id }) => id === place)
  const edits: { first: FirstEdit; words: Words }[] = [
    ...(isIn(openIn(plan, facilities))
      ? [{ first: { kind: 'close' as const, facility: place }, words: closeIt }]
      : []),
    ...(isIn(openableIn(plan, facilities))
      ? [{ first: { kind: 'open' as const, facility: place }, words: openIt }]
      : []),
    ...plan.stops
      .filter((stop) => stop.settlement === place)
      .slice(0, 1)
      .flatMap(({ id: stop }) => [
        { first: { kind: 'frequency' as const, stop }, words: oftener },
        { first: { kind: 'visit' as const, stop }, words: onceMore },
      ]),
  ]
  return (
    <Card
      size="small"
      title={
        facility
          ? `${known.names.facility(place)} · ${say(facilityKindWords[facility.kind])}`
          : known.names.settlementInVillage(place)
      }
    >
      <Flex gap={8} wrap>
        {edits.map(({ first, words }) => (
          <Button key={first.kind} size="small" onClick={() => setOpen(first)}>
            {say(words)}
          </Button>
        ))}
        {edits.length === 0 &&
          say({ zh: '这里没有可以手工改的', en: 'Nothing to be changed by hand here' })}
      </Flex>
      {open && (
        <EditDecision
          edited={edited}
          plan={plan}
          known={known}
          first={open}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}

const closeIt: Words = { zh: '关闭…', en: 'Close it…' }
const openIt: Words = { zh: '启用…', en: 'Open it…' }
const oftener: Words = { zh: '改次数…', en: 'How often…' }
const onceMore: Words = { zh: '加一次…', en: 'One visit more…' }
