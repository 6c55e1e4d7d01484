import type { RouteExample } from '@kuashan/contract/openapi-examples.ts'
import type { Route } from '@kuashan/contract/route.ts'

type Shown = Pick<RouteExample, 'answer' | 'shortened'>

const mostItems = 2
const mostText = 600
const mostBytes = 24

/** What came back, as far as an example shows it; the route says whether it is a file to save or an answer to read. */
export function shownAnswer({ answer }: Route, type: string, bytes: Buffer): Shown {
  if (bytes.length === 0) return {}
  if (type.startsWith('text/event-stream')) {
    const [first] = bytes.toString().split('\n\n')
    return shortLists(JSON.parse(first!.replace(/^data: /, '')))
  }
  const isFile = answer.as === 'file' && !answer.type.includes('json')
  if (type.includes('json') && !isFile) return shortLists(JSON.parse(bytes.toString()))
  if (/^text|json/.test(type)) {
    const text = bytes.toString()
    if (text.length <= mostText) return { answer: text }
    return { answer: `${text.slice(0, mostText)}…`, shortened: 'text' }
  }
  return { answer: bytes.subarray(0, mostBytes).toString('base64'), shortened: 'bytes' }
}

function shortLists(whole: unknown): Shown {
  let isShorter = false
  const short = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      if (value.length > mostItems) isShorter = true
      return value.slice(0, mostItems).map(short)
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, short(one)]))
  }
  const answer = short(whole)
  return isShorter ? { answer, shortened: 'lists' } : { answer }
}
