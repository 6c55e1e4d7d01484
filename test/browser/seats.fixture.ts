import type { Grant } from '@kuashan/contract/session.ts'
import { sessionWith } from '../../apps/server/src/office.fixture.ts'
import { cookieName } from '../../apps/server/src/serve/send-answer.ts'
import { type Language, open, type Visit, type Walk } from './walk.fixture.ts'

/** Opens the app at a path as somebody with these grants, who is called `name`. */
export async function sit(
  walk: Walk,
  language: Language,
  path: string,
  ...grants: readonly Grant[]
): Promise<Visit> {
  const name = language === 'zh' ? '雷小云' : 'Lei'
  const value = encodeURIComponent(await sessionWith(walk.office, name, ...grants))
  const { hostname } = new URL(walk.address)
  const cookie = { name: cookieName, value, domain: hostname, path: '/', httpOnly: true }
  const made = await open(walk, language, path, [
    { ...cookie, secure: false, expires: -1, sameSite: 'Strict' as const },
  ])
  await made.page.waitForSelector('nav')
  return made
}
