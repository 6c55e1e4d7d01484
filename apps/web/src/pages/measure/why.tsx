import type { GapLine } from '@kuashan/contract/measures.ts'
import { useLanguage, useSay } from '@kuashan/ui/language/language.tsx'
import { colours } from '@kuashan/ui/tokens.ts'
import { whyOf } from '../../parts/figures/figure-words.ts'

/** What is wanted and what there is, one line a floor. */
export function Why({ gap }: { gap: Pick<GapLine, 'state' | 'missing'> }) {
  const say = useSay()
  const { ground, floors } = whyOf(gap, useLanguage())
  return (
    <>
      {ground && <div>{ground}</div>}
      {floors.map(({ want, have }) => (
        <div key={want}>
          {say({ zh: '应', en: 'Should be' })}
          {say({ zh: '', en: ' ' })}
          {want}
          {say({ zh: '，', en: '; ' })}
          <strong style={{ color: colours.bad }}>{have}</strong>
        </div>
      ))}
    </>
  )
}
