import { expect, it } from 'vitest'
import { byVillage } from './by-village.ts'

const words = (said: string) => ({ zh: said, en: said })

it('gathers what changes for a village in one place, those who lose a floor first', () => {
  const news = byVillage(
    {
      differences: [
        { settlement: 'b', said: words('moved') },
        { settlement: 'a', said: words('cancelled') },
        { settlement: 'b', said: words('added') },
      ],
      lost: [{ settlement: 'b', said: words('lost') }],
    } as never,
    (id) => id,
  )
  expect(news.map((v) => [v.settlement, v.loses, v.said.map((s) => s.en)])).toEqual([
    ['b', true, ['lost', 'moved', 'added']],
    ['a', false, ['cancelled']],
  ])
})
