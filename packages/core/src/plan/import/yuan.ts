import { toYuan } from '../../kernel/units.ts'
/** What YAML and JSON can hold. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }

/** Files speak of yuan, the model of fen: every key that ends in `Yuan` (or is `yuan`) becomes one in `Fen`. */
export function yuanToFen(value: Plain): Plain {
  return renameMoney(value, 'Yuan', 'Fen', (yuan) => Math.round(yuan * 100))
}

export function fenToYuan(value: Plain): Plain {
  return renameMoney(value, 'Fen', 'Yuan', toYuan)
}

function renameMoney(
  value: Plain,
  from: string,
  to: string,
  convert: (amount: number) => number,
): Plain {
  if (Array.isArray(value)) return value.map((item) => renameMoney(item, from, to, convert))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const bare = key === from.toLowerCase()
      if (!bare && !key.endsWith(from)) return [key, renameMoney(item, from, to, convert)]
      const name = bare ? to.toLowerCase() : key.slice(0, -from.length) + to
      return [name, typeof item === 'number' ? convert(item) : item]
    }),
  )
}
