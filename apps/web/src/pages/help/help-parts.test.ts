import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { helpParts } from './help-parts.ts'

const shell = readFileSync(new URL('../../shell/pages.tsx', import.meta.url), 'utf8')
const paths = [...shell.matchAll(/path: '([a-z]+)'/g)].map((m) => m[1]!)

test('every page of the menu but the help itself has a part, in both languages', () => {
  expect(helpParts.map(({ path }) => path).sort()).toEqual(
    paths.filter((path) => path !== 'help').sort(),
  )
  for (const { purpose, tasks } of helpParts)
    for (const { zh, en } of [purpose, ...tasks.flatMap(({ task, how }) => [task, ...how])]) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).not.toMatch(/\p{Script=Han}/u)
    }
})
