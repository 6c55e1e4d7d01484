import { formatClock } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import type { Known } from '../../../server/names.ts'
import { type LineAt, linesFrom, linesTo } from './bus-ways.ts'
import { ChooseOne } from './choose-one.tsx'
import type { Brought, WantedWay } from './way-edits.ts'

interface LinesFormProps {
  brought: Extract<Brought, { by: 'bus' }>
  pickup: string
  known: Known
  put: (some: Partial<WantedWay>) => void
}

/** The bus lines that bring people there and home again, by when they stop where people get on. */
export function LinesForm({ brought, pickup, known, put }: LinesFormProps) {
  const say = useSay()
  const { names, resources } = known
  const facts = ({ line, minute, end }: LineAt) => ({
    line,
    time: formatClock(minute * 60),
    end: names.place(end),
  })
  return (
    <>
      <ChooseOne
        label={say({ zh: '去坐哪一班', en: 'The bus there' })}
        value={brought.out}
        options={linesFrom(resources.buses, pickup).map((at) => ({
          value: at.line,
          label: say(
            { zh: '{time} 上车，开往{end}（{line}）', en: 'On at {time}, goes to {end} ({line})' },
            facts(at),
          ),
        }))}
        onChange={(out) => put({ brought: { ...brought, out } })}
      />
      <ChooseOne
        label={say({ zh: '回来坐哪一班', en: 'The bus home' })}
        value={brought.home}
        options={linesTo(resources.buses, pickup).map((at) => ({
          value: at.line,
          label: say(
            { zh: '从{end}开来，{time} 到（{line}）', en: 'From {end}, off at {time} ({line})' },
            facts(at),
          ),
        }))}
        onChange={(back) => put({ brought: { ...brought, home: back } })}
      />
    </>
  )
}
