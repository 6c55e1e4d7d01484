import { allRoutes } from '@kuashan/contract/routes.ts'
import { expect, test } from 'vitest'
import { firstAsked } from './first-asked.ts'
import { pageModules } from './page-modules.ts'

test('what pages ask first is something that the server answers', () => {
  const answered = allRoutes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  for (const [page, asked] of Object.entries(firstAsked)) {
    expect(Object.keys(pageModules)).toContain(page)
    for (const rest of asked) expect(answered).toContain(`/api/counties/{county}${rest}`)
  }
})
