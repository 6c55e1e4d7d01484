/** One call that really ran and what came of it, with ids and times that are the same from run to run. */
export interface RouteExample {
  params: Record<string, string>
  query: Record<string, string>
  /** If-Match and X-Why, where they were sent. */
  headers: Record<string, string>
  body?: unknown
  /** Files that were sent, by their names. */
  files?: Record<string, string>
  status: number
  etag?: string
  answer?: unknown
  /** What was left out of the answer. */
  shortened?: 'lists' | 'text' | 'bytes'
}

/** An example of each route by its id, and of answers that are not what was asked for. */
export interface Examples {
  routes: Record<string, RouteExample>
  problems: { signedOut: unknown; stale: unknown }
}

/** The parts of an OpenAPI document that examples stand in. */
interface Media {
  example?: unknown
  examples?: Record<string, unknown>
}
interface Parameter {
  in: string
  name: string
  required?: boolean
  schema?: { type?: string }
  example?: unknown
}
export interface Operation {
  operationId: string
  security?: unknown[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { headers?: Record<string, Media>; content?: Record<string, Media> }>
}
export interface OpenApiDocument {
  components: { examples?: Record<string, unknown> }
  paths: Record<string, Record<string, Operation>>
}

const shortenings: Readonly<Record<NonNullable<RouteExample['shortened']>, string>> = {
  lists: '长列表只留前两项 · Of long lists the first two',
  text: '只留开头 · The beginning of it',
  bytes: '二进制文件的开头，Base64 · The first bytes of a file that is not text, in Base64',
}

/** Values travel in addresses as text; an example has the type that its schema gives. */
function typed({ schema }: Parameter, text: string): unknown {
  return schema?.type === 'number' || schema?.type === 'integer' ? Number(text) : text
}

function putParameters({ parameters = [] }: Operation, example: RouteExample): void {
  const given: Record<string, Record<string, string>> = {
    path: example.params,
    query: example.query,
    header: example.headers,
  }
  for (const parameter of parameters) {
    const text = given[parameter.in]?.[parameter.name]
    if (text !== undefined) parameter.example = typed(parameter, text)
  }
}

function putBody({ requestBody }: Operation, { body, files }: RouteExample): void {
  if (!requestBody) return
  const media = Object.values(requestBody.content)[0]!
  if (!files) media.examples = { ran: { value: body } }
  else
    media.examples = {
      ran: { summary: Object.keys(files).join(', '), value: { files: Object.values(files) } },
    }
}

function putAnswer({ responses }: Operation, example: RouteExample): void {
  const response = responses[example.status]!
  if (example.etag !== undefined && response.headers?.etag)
    response.headers.etag.example = example.etag
  if (!response.content) return
  const description = example.shortened && shortenings[example.shortened]
  Object.values(response.content)[0]!.examples = {
    ran: { ...(description ? { description } : {}), value: example.answer },
  }
}

function putProblems({ security, parameters, responses }: Operation): void {
  const isOpen = security?.length === 0
  const isVersioned = parameters?.some(({ name }) => name === 'if-match')
  const named = [...(isOpen ? [] : ['signedOut']), ...(isVersioned ? ['stale'] : [])]
  if (named.length === 0) return
  Object.values(responses.default!.content!)[0]!.examples = Object.fromEntries(
    named.map((name) => [name, { $ref: `#/components/examples/${name}` }]),
  )
}

/** Writes into a document what was sent and answered when each of its operations ran. */
export function putExamples(document: OpenApiDocument, { routes, problems }: Examples): void {
  document.components.examples = {
    signedOut: { summary: '没有登录 · Nobody is signed in', value: problems.signedOut },
    stale: { summary: '别人先改了 · Somebody else wrote first', value: problems.stale },
  }
  for (const operation of Object.values(document.paths).flatMap(Object.values) as Operation[]) {
    putProblems(operation)
    const example = routes[operation.operationId]
    if (!example) continue
    putParameters(operation, example)
    putBody(operation, example)
    putAnswer(operation, example)
  }
}
