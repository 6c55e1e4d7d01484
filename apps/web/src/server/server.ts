import {
  type Answered,
  addressOf,
  type Call,
  call,
  ProblemError,
} from '@kuashan/contract/client.ts'
import type { Route } from '@kuashan/contract/route.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { takeAhead } from './ahead.ts'

const fetchHere: Parameters<typeof call>[0] = (address, init) =>
  (init.method === 'GET' ? takeAhead(address) : undefined) ??
  fetch(address, { ...(init as RequestInit), credentials: 'same-origin' })

/** Calls a route of this server. */
export const callServer = <R extends Route>(route: R, given: Call<R>): Promise<Answered<R>> =>
  call(fetchHere, route, given)

/** A refusal stays a refusal; only an absent or busy server is worth asking again. */
export const isWorthAnotherTry = (error: Error): boolean =>
  !(error instanceof ProblemError) || error.problem.status >= 500

type Asked<R extends Route> = Pick<Call<R>, 'params' | 'query'>

/** What a route says, as a query. */
export const answerOf = <R extends Route>(route: R, given: Asked<R>) => ({
  queryKey: [route.id, addressOf(route, given)],
  queryFn: () => callServer(route, given as Call<R>),
})

/** What a route says, kept until something changes it. */
export const useAnswer = <R extends Route>(
  route: R,
  given: Asked<R>,
  { enabled = true }: { enabled?: boolean } = {},
) => useQuery({ ...answerOf(route, given), enabled })

/** A call that changes something; what was known of `topics` is asked anew afterwards. */
export function useChange<R extends Route>(route: R, topics: readonly string[]) {
  const queries = useQueryClient()
  return useMutation<Answered<R>, Error, Call<R>>({
    mutationFn: (given) => callServer(route, given),
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          topics.some((topic) => String(queryKey[0]).startsWith(`${topic}.`)),
      }),
  })
}
