import { withClient } from './connect.ts'

interface Column {
  table_name: string
  column_name: string
  udt_name: string
  is_nullable: 'YES' | 'NO'
  column_default: string | null
}

/** How `connect.ts` reads and `pg` writes each type. */
const typescriptTypes: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  timestamptz: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  bytea: 'Buffer',
  _text: 'string[]',
  jsonb: 'Json',
}

const typeOf = ({ table_name, column_name, udt_name }: Column): string => {
  const type = typescriptTypes[udt_name]
  if (!type) throw new Error(`${table_name}.${column_name}: no type for ${udt_name}`)
  return type
}

const propertyOf = (column: Column): string => {
  const type = typeOf(column) + (column.is_nullable === 'YES' ? ' | null' : '')
  const optional = column.column_default !== null
  if (optional && type === 'Json') return `    ${column.column_name}: JsonOrDefault`
  return `    ${column.column_name}: ${optional ? `Generated<${type}>` : type}`
}

const heading = `/** Made from the migrations by \`npm run generate\`; never edited. */
import type { ColumnType, Generated } from 'kysely'

/** Read as a value, written as JSON text: \`pg\` would make an array of PostgreSQL's own out of a list. */
type Json = ColumnType<unknown, string, string>
type JsonOrDefault = ColumnType<unknown, string | undefined, string>
`

/** The tables of the database as the TypeScript that Kysely types queries with. */
export const describeTables = (adminUrl: string): Promise<string> =>
  withClient(adminUrl, async (client) => {
    const { rows } = await client.query<Column>(
      `SELECT table_name, column_name, udt_name, is_nullable, column_default
       FROM information_schema.columns WHERE table_schema = 'kuashan'
       ORDER BY table_name COLLATE "C", ordinal_position`,
    )
    const tables = Map.groupBy(rows, (row) => row.table_name)
    const parts = [...tables].map(
      ([name, columns]) => `  ${name}: {\n${columns.map(propertyOf).join('\n')}\n  }\n`,
    )
    return `${heading}\nexport interface Tables {\n${parts.join('')}}\n`
  })
