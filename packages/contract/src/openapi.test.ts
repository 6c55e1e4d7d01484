import { readFile } from 'node:fs/promises'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import type { OpenApiDocument, Operation } from './openapi-examples.ts'
import { schemasOf } from './openapi-schemas.fixture.ts'

const file = new URL('../../../docs/openapi.json', import.meta.url)
const document = JSON.parse(await readFile(file, 'utf8')) as OpenApiDocument
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, operation]) => [operation.operationId, path, method, operation] as const,
  ),
)

describe('docs/openapi.json', () => {
  test('is an OpenAPI 3.1 document, whose references all lead somewhere', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate({ ...structuredClone(document) })
    expect([valid, errors, validator.version]).toEqual([true, undefined, '3.1'])
    validator.resolveRefs({ specification: structuredClone(document) as never })
  })

  const errorsAt = schemasOf(document)

  test.each(operations)('%s has examples, and each is as its schema says', (_, path, method, o) => {
    const at = ['paths', path, method]
    const wrong: unknown[] = [...mediaOf(o)].flatMap(([steps, media]): unknown[] => {
      const examples = Object.values(media.examples ?? {}) as { value: unknown }[]
      if (examples.length === 0) return [`no example at ${steps.join(' ')}`]
      return examples.flatMap(({ value }) => errorsAt([...at, ...steps, 'schema'], value))
    })
    for (const [k, { required, name, example }] of (o.parameters ?? []).entries()) {
      if (required && example === undefined) wrong.push(`no example of ${name}`)
      if (example !== undefined)
        wrong.push(...errorsAt([...at, 'parameters', `${k}`, 'schema'], example))
    }
    expect(wrong).toEqual([])
  })

  test('shows problems as they are answered', () => {
    const problems = Object.values(document.components.examples!) as { value: unknown }[]
    const wrong = problems.flatMap(({ value }) =>
      errorsAt(['components', 'schemas', 'Problem'], value),
    )
    expect([problems.length, wrong]).toEqual([2, []])
  })
})

/** What is sent and what is answered, with where it stands in the operation. */
function* mediaOf({ requestBody, responses }: Operation) {
  for (const [type, media] of Object.entries(requestBody?.content ?? {}))
    yield [['requestBody', 'content', type], media] as const
  for (const status of ['200', '204'])
    for (const [type, media] of Object.entries(responses[status]?.content ?? {}))
      yield [['responses', status, 'content', type], media] as const
}
