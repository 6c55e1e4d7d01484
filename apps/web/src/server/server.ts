import {
  type Answered,
  addressOf,
  type Call,
  call,
  ProblemError,
} from '@kuashan/contract/client.ts'
import type { Route } from '@kuashan/contract/route.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

const fetchHere: Parameters<typeof call>[0] = (address, init) =>
  fetch(address, { ...(init as RequestInit), credentials: 'same-origin' })

/** Calls a route of this server. */
export const callServer = <R extends Route>(route: R, given: Call<R>): Promise<Answered<R>> =>
  call(fetchHere, route, given)

/** A refusal stays a refusal; only an absent or busy server is worth asking again. */
export const isWorthAnotherTry = (error: Error): boolean =>
  !(error instanceof ProblemError) || error.problem.status >= 500

/** What a route says, kept until something changes it. */
export const useAnswer = <R extends Route>(
  route: R,
  given: Pick<Call<R>, 'params' | 'query'>,
  { enabled = true }: { enabled?: boolean } = {},
) =>
  useQuery({
    queryKey: [route.id, addressOf(route, given)],
    queryFn: () => callServer(route, given as Call<R>),
    enabled,
  })

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
