import { ProblemError } from '@kuashan/contract/client.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './app.css'
import { answerOf, isWorthAnotherTry } from './server/server.ts'

const session = routes.session.me.id

/** A wrong password is a 401 too, and ends nothing. */
const ends: readonly string[] = ['session-over', 'not-signed-in']

/** Where a call finds the session ended, who is here is asked anew, and the app asks to sign in. */
const noticeEnd = (error: Error): void => {
  if (error instanceof ProblemError && ends.includes(error.problem.title))
    queries.invalidateQueries({ queryKey: [session] })
}

const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => queryKey[0] !== session && noticeEnd(error),
  }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: { staleTime: 30_000, retry: (tries, error) => tries < 2 && isWorthAnotherTry(error) },
  },
})

// Who is here was asked before this code came: with the answer the app is put together once, not twice.
const patienceMs = 300
await Promise.race([
  queries.prefetchQuery(answerOf(routes.session.me, { params: {} })),
  new Promise((resolve) => setTimeout(resolve, patienceMs)),
])
createRoot(document.getElementById('app')!).render(
  <QueryClientProvider client={queries}>
    <App />
  </QueryClientProvider>,
)
