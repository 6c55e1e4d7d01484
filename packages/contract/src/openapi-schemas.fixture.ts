import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { OpenApiDocument } from './openapi-examples.ts'

const pointer = (steps: readonly string[]): string =>
  steps
    .map((step) => `/${encodeURIComponent(step.replace(/~/g, '~0').replace(/\//g, '~1'))}`)
    .join('')

/** What the schema at some place of a document says against a value; nothing where it is right. */
export function schemasOf(
  document: OpenApiDocument,
): (steps: readonly string[], value: unknown) => ErrorObject[] {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(document, 'document')
  return (steps, value) => {
    const validate = ajv.getSchema(`document#${pointer(steps)}`)
    if (!validate) throw new Error(`no schema at ${steps.join(' ')}`)
    return validate(value) ? [] : (validate.errors ?? [])
  }
}
