import type { OpenApiDocument, Operation } from '@kuashan/contract/openapi-examples.ts'
import type { schemasOf } from '@kuashan/contract/openapi-schemas.fixture.ts'
import type { Route } from '@kuashan/contract/route.ts'
import { filesForm } from '../office.fixture.ts'
import { caseOf } from '../route-cases/all-cases.fixture.ts'
import type { World } from '../route-cases/world.fixture.ts'
import { askedBy, paramsIn, seatFor } from './record-examples.fixture.ts'
import { boundTo } from './steady.fixture.ts'
import type { Answered, Sent, Wire } from './wire.fixture.ts'

type Texts = Record<string, string>

/** A call as a reader of the document would write it down. */
interface Written {
  params: Texts
  query: Texts
  headers: Texts
  body?: unknown
  files?: Texts
}

/** The call that an operation shows, read from the document alone. */
function writtenCall({ parameters = [], requestBody }: Operation): Written {
  const shown = parameters.filter(({ example }) => example !== undefined)
  const of = (where: string): Texts =>
    Object.fromEntries(
      shown.filter((one) => one.in === where).map(({ name, example }) => [name, String(example)]),
    )
  const written = { params: of('path'), query: of('query'), headers: of('header') }
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? []
  if (!media) return written
  const { summary, value } = media.examples!.ran as { summary?: string; value: unknown }
  if (type !== 'multipart/form-data') return { ...written, body: value }
  const names = summary!.split(', ')
  const { files } = value as { files: string[] }
  return { ...written, files: Object.fromEntries(names.map((name, k) => [name, files[k]!])) }
}

/** The request that a written call is. */
function requestOf(path: string, own: Sent, call: Written): Sent {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(call.params[name]!))
  const query = new URLSearchParams(call.query).toString()
  const payload = call.files ? filesForm(call.files) : (call.body as object | undefined)
  const { cookie } = own.headers ?? {}
  const { payload: _, ...kept } = own
  return {
    ...kept,
    url: query ? `${filled}?${query}` : filled,
    headers: { ...call.headers, ...(cookie ? { cookie } : {}) },
    ...(payload ? { payload } : {}),
  }
}

/** What a schema describes of an answer: JSON, or each of its events. */
function saidIn({ answer }: Route, text: string): unknown[] {
  if (answer.as === 'json') return [JSON.parse(text)]
  if (answer.as !== 'events') return []
  return [...text.matchAll(/^data: (.*)$/gm)].map(([, event]) => JSON.parse(event!))
}

/** What the document promises and what came. */
interface Outcome {
  promised: number
  status: number
  /** What the schema of the answer says against it. */
  wrong: unknown[]
}

/**
 * Sends the call that the document shows for a route. What has to be there before is made by the case of the route; ids,
 * tokens and versions of this office stand where the example has those of the office in which it was recorded.
 */
export async function sendExample(
  route: Route,
  document: OpenApiDocument,
  wrongAt: ReturnType<typeof schemasOf>,
  { wire, world }: { wire: Wire; world: World },
): Promise<Outcome> {
  const method = route.method.toLowerCase()
  const { responses, ...operation } = document.paths[route.path]![method]!
  const written = writtenCall({ responses, ...operation })
  let came: Answered | undefined
  const exchanged = async (own: Sent): Promise<Sent> => {
    const params = paramsIn(route, own)
    if (!params) return own
    const asked = await askedBy(params, own)
    const version = asked.headers['if-match']
    const bound = boundTo(written, asked) as Written
    if (version && bound.headers['if-match']) bound.headers['if-match'] = version
    return requestOf(route.path, own, bound)
  }
  const seat = await seatFor(route, wire.office)
  wire.tap(exchanged, (sent, answer) => {
    if (paramsIn(route, sent)) came = answer
  })
  await caseOf(route)(world, seat)
  wire.tap(
    (sent) => sent,
    () => {},
  )
  const { status, bytes } = came!
  const promised = Number(Object.keys(responses).find((one) => one.startsWith('2')))
  const [type] = Object.keys(responses[promised]!.content ?? {})
  const at = ['paths', route.path, method, 'responses', `${promised}`, 'content', type!, 'schema']
  const wrong = saidIn(route, bytes.toString()).flatMap((said) => wrongAt(at, said))
  return { promised, status, wrong }
}
