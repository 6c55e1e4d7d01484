/**
 * The first code of the app, small on purpose: who is here, what the page asks first and the page itself are on their way
 * while the rest is still being loaded.
 */
import { askAhead } from './server/ahead.ts'
import { firstAsked } from './shell/first-asked.ts'
import { pageModuleAt } from './shell/page-modules.ts'

async function goAhead(): Promise<void> {
  const said = await askAhead('/api/session')
  if (!said.ok) return
  const { county } = (await said.clone().json()) as { county: string }
  const page = location.pathname.split('/')[1] ?? ''
  for (const rest of firstAsked[page] ?? [])
    askAhead(`/api/counties/${encodeURIComponent(county)}${rest}`)
  await pageModuleAt(location.pathname)?.()
}

// What fails here is asked for again by whoever needs it, who then says so.
goAhead().catch(() => undefined)
import('./main.tsx')
