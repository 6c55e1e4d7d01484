import type { Route } from '@kuashan/contract/route.ts'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import type { z } from 'zod'

/** Findings of a value that a schema refuses: what is unknown by name, what is wrong by place. */
function findingsOf(error: z.ZodError, part: string): Finding[] {
  return error.issues.flatMap((issue) => {
    const field = [part, ...issue.path.map(String)].join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        finding('call-field-unknown', { path: `${field}.${key}` }, { field: `${field}.${key}` }),
      )
    return [finding('call-malformed', { path: field }, { field, problem: issue.message })]
  })
}

interface Parts {
  params: unknown
  query: unknown
  body: unknown
}

/** Parameters, query and body by the route’s schemas; all findings at once where they don’t fit. */
export function parseCall(route: Route, sent: Parts): { parts: Parts } | { findings: Finding[] } {
  const params = route.params.safeParse(sent.params)
  const query = route.query.safeParse(sent.query)
  const body =
    route.body.as === 'json'
      ? route.body.schema.safeParse(sent.body)
      : ({ success: true, data: undefined } as const)
  if (params.success && query.success && body.success)
    return { parts: { params: params.data, query: query.data, body: body.data } }
  return {
    findings: [
      ...(params.success ? [] : findingsOf(params.error, 'params')),
      ...(query.success ? [] : findingsOf(query.error, 'query')),
      ...(body.success ? [] : findingsOf(body.error, 'body')),
    ],
  }
}
