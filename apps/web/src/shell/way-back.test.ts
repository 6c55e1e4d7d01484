import { expect, test } from 'vitest'
import { noteWayBack, takeWayBack } from './way-back.ts'

const window = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('whoever left to sign in comes back to where they were, once', () => {
  const kept = window()
  noteWayBack('/plans/7/road?tab=1#x', kept)
  expect(takeWayBack(kept)).toBe('/plans/7/road?tab=1#x')
  expect(takeWayBack(kept)).toBeNull()
})

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '/\t/elsewhere.example/',
  'javascript:alert(1)',
  'plans',
  '',
  '/sign-in?code=1',
  '/link',
])('%j is no way back', (path) => {
  const kept = window()
  noteWayBack('/plans', kept)
  noteWayBack(path, kept)
  expect(takeWayBack(kept)).toBeNull()
  kept.setItem('kuashan-way-back', path)
  expect(takeWayBack(kept)).toBeNull()
})
