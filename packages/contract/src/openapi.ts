import { z } from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import { type Examples, type OpenApiDocument, putExamples } from './openapi-examples.ts'
import { waysInto } from './opens.ts'
import { Problem } from './problem.ts'
import type { Access, Route } from './route.ts'

const tagOf = ({ id }: Route): string => id.slice(0, id.indexOf('.'))

function accessWords(access: Access): string {
  if (access.open === 'anybody') return '不需要登录 · No sign-in needed'
  if (access.open === 'signed-in') return '需要登录 · Signed in'
  const ways = waysInto(access).map(
    ({ roles, purpose }) => `岗位 Roles: ${roles.join(', ')}; 用途 purpose: ${purpose}`,
  )
  return [
    ...ways,
    ...(access.whole ? ['授权范围须是全县 Grants over the whole county only'] : []),
    ...(access.emergency
      ? ['紧急查看打开时 In an emergency that was declared: emergency=yes']
      : []),
  ].join('. ')
}

function contentOf(route: Route) {
  const { answer } = route
  if (answer.as === 'json') return { 'application/json': { schema: answer.schema } }
  if (answer.as === 'events') return { 'text/event-stream': { schema: answer.schema } }
  if (answer.as === 'file')
    return { [answer.type]: { schema: answer.type.includes('json') ? z.unknown() : z.string() } }
  return undefined
}

function bodyOf({ body }: Route) {
  if (body.as === 'json')
    return { required: true, content: { 'application/json': { schema: body.schema } } }
  if (body.as === 'files') {
    const [files, megabytes] = [body.mostFiles, body.mostBytes / 1024 / 1024]
    const file = z.string().meta({ contentMediaType: 'application/octet-stream' })
    return {
      required: true,
      description: `最多 ${files} 个文件，共 ${megabytes} MB · At most ${files} files, ${megabytes} MB together`,
      content: { 'multipart/form-data': { schema: z.object({ files: z.array(file).max(files) }) } },
    }
  }
  return undefined
}

function operation(route: Route): ZodOpenApiOperationObject {
  const content = contentOf(route)
  const requestBody = bodyOf(route)
  const header = z.object({
    ...(route.versioned && route.method !== 'GET' ? { 'if-match': z.string() } : {}),
    ...(route.reasoned
      ? { 'x-why': z.string().meta({ description: '事由，百分号编码 · Reason, percent-encoded' }) }
      : {}),
  })
  return {
    operationId: route.id,
    tags: [tagOf(route)],
    summary: `${route.what.zh} · ${route.what.en}`,
    description: accessWords(route.access),
    ...(route.access.open === 'anybody' ? { security: [] } : {}),
    requestParams: {
      path: route.params,
      query: route.query,
      ...(Object.keys(header.shape).length > 0 ? { header } : {}),
    },
    ...(requestBody ? { requestBody } : {}),
    responses: {
      [content ? '200' : '204']: {
        description: content ? '成功 · Done' : '成功，没有内容 · Done, nothing to say',
        ...(route.versioned && content ? { headers: z.object({ etag: z.string() }) } : {}),
        ...(content ? { content } : {}),
      },
      ...(route.versioned && route.method === 'GET'
        ? { 304: { description: '与 If-None-Match 的版本相同 · As it was at If-None-Match' } }
        : {}),
      default: {
        description: '没有做成：原因和办法 · Not done: why, and what to do',
        content: { 'application/problem+json': { schema: Problem } },
      },
    },
  }
}

/** The OpenAPI 3.1 document of these routes, with components for every schema that has an id, and what ran as examples. */
export function openApiDocument(
  routes: readonly Route[],
  version: string,
  examples: Examples,
): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routes) {
    const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'
    paths[route.path] = { ...paths[route.path], [method]: operation(route) }
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: '跨山 Kuashan',
      version,
      description:
        '山区县的固定加流动公共服务 · Fixed and mobile public services for mountain counties',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'kuashan-session' } },
    },
    paths,
  })
  const written = JSON.parse(JSON.stringify(document)) as OpenApiDocument
  putExamples(written, examples)
  return written
}
