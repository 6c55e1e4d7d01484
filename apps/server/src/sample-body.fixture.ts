import type { Route } from '@kuashan/contract/route.ts'
import { z } from 'zod'

/** The parts of a JSON schema that bodies of the contract use. */
interface Schema {
  $ref?: string
  $defs?: Record<string, Schema>
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  format?: string
  pattern?: string
  minimum?: number
  maxLength?: number
}

const formats: Readonly<Record<string, string>> = {
  uuid: '01900000-0000-7000-8000-000000000000',
  date: '2026-11-27',
  'date-time': '2026-11-27T00:00:00Z',
}
const patterned = ['331199101201', '331199101', '2026-11-27', '08:00', 'a']

function textFor({ format, pattern, maxLength }: Schema, text: string): string {
  if (format && formats[format]) return formats[format]
  if (pattern) return patterned.find((one) => new RegExp(pattern, 'u').test(one)) ?? text
  return text.slice(0, maxLength)
}

function sample(schema: Schema, text: string, defs: Record<string, Schema>): unknown {
  const within = (inner: Schema) => sample(inner, text, defs)
  if (schema.$ref) return within(defs[schema.$ref.split('/').at(-1)!]!)
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf ?? schema.oneOf
  if (choice) return within(choice[0]!)
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, within(inner)]),
    )
  if (schema.type === 'array') return schema.items ? [within(schema.items)] : []
  if (schema.type === 'number' || schema.type === 'integer') return Math.max(1, schema.minimum ?? 1)
  if (schema.type === 'boolean') return true
  if (schema.type === 'null') return null
  return textFor(schema, text)
}

/** A body of the form that a route takes, with the given text wherever a text may stand. */
export function sampleBody({ body }: Route, text: string): unknown {
  if (body.as !== 'json') return undefined
  const schema = z.toJSONSchema(body.schema, { io: 'input', unrepresentable: 'any' }) as Schema
  return sample(schema, text, schema.$defs ?? {})
}
