import { z } from 'zod'

/** Paths of the fields of a JSON value that its schema doesn't know. */
export function unreadFields(value: unknown, schema: unknown, path = ''): string[] {
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodOptional
  )
    return unreadFields(value, schema.unwrap(), path)
  const under = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((item, k) => unreadFields(item, schema.element, under(k)))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  if (schema instanceof z.ZodRecord)
    return Object.entries(value).flatMap(([key, item]) =>
      unreadFields(item, schema.valueType, under(key)),
    )
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(value).flatMap(([key, item]) =>
    Object.hasOwn(schema.shape, key)
      ? unreadFields(item, schema.shape[key], under(key))
      : [under(key)],
  )
}
