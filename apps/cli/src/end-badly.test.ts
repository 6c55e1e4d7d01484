import { describe, expect, test } from 'vitest'
import { endingOf } from './end-badly.ts'
import { UsageError } from './usage-error.ts'

const refused = (code: string, path?: string) => Object.assign(new Error(code), { code, path })

describe('how a command that threw ends', () => {
  test.each(['ENOSPC', 'EACCES', 'EROFS', 'ENOENT', 'EISDIR', 'ENOTDIR'])(
    '%s of the system: the file and a remedy in both languages, exit 2, no stack',
    (code) => {
      const { words, stack, code: exit } = endingOf(refused(code, '/county/plan.json'), false)
      expect(exit).toBe(2)
      expect(stack).toBeUndefined()
      for (const text of [words!.zh, words!.en]) {
        expect(text).toContain('/county/plan.json')
        expect(text).toContain(code)
      }
    },
  )

  test('a mistake of the program says so and shows its stack', () => {
    const { words, stack, code } = endingOf(new TypeError('x is undefined'), false)
    expect(words!.en).toContain('mistake of the program')
    expect(stack).toContain('end-badly.test.ts')
    expect(code).toBe(2)
  })

  test('Ctrl-C before there is a result is no mistake; an abort nobody asked for is one', () => {
    const abort = new DOMException('aborted', 'AbortError')
    expect(endingOf(abort, true)).toMatchObject({ code: 130 })
    expect(endingOf(abort, true).stack).toBeUndefined()
    expect(endingOf(abort, false).stack).toBeDefined()
  })

  test('a wrong call speaks for itself', () => {
    const words = { zh: '不对', en: 'wrong' }
    expect(endingOf(new UsageError(words), false)).toEqual({ words, code: 2 })
  })
})
