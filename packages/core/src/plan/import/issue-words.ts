import type { z } from 'zod'
import type { Words } from '../../words/language.ts'

type Issue = z.core.$ZodIssue

const types: Readonly<Record<string, Words>> = {
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  string: { zh: '文字', en: 'a text' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表（每行以 - 开头）', en: 'a list (each line begins with -)' },
  object: { zh: '一组“键: 值”', en: 'a group of `key: value` lines' },
  record: { zh: '一组“键: 值”', en: 'a group of `key: value` lines' },
}

const oneOf = (values: readonly unknown[]): Words => ({
  zh: `应为 ${values.join('、')} 之一`,
  en: `it must be one of ${values.join(', ')}`,
})

const bound = (issue: Issue & { code: 'too_small' | 'too_big' }): Words => {
  const least = issue.code === 'too_small'
  const limit = least ? issue.minimum : issue.maximum
  if (issue.origin === 'string')
    return least
      ? { zh: '不能是空的', en: 'it must not be blank' }
      : { zh: '太长', en: 'it is too long' }
  if (issue.origin === 'array' || issue.origin === 'set')
    return least
      ? { zh: `至少要有 ${limit} 项`, en: `it needs at least ${limit} items` }
      : { zh: `至多 ${limit} 项`, en: `it may have at most ${limit} items` }
  if (issue.inclusive === false)
    return least
      ? { zh: `应大于 ${limit}`, en: `it must be above ${limit}` }
      : { zh: `应小于 ${limit}`, en: `it must be below ${limit}` }
  return least
    ? { zh: `不能小于 ${limit}`, en: `it must be at least ${limit}` }
    : { zh: `不能大于 ${limit}`, en: `it must be at most ${limit}` }
}

/** What a schema found wrong with a value, in words for people who write the file and not the program. */
export function issueWords(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type': {
      if (/received undefined$/.test(issue.message)) return { zh: '没有写', en: 'it is missing' }
      const type = types[issue.expected]
      return type
        ? { zh: `应为${type.zh}`, en: `it must be ${type.en}` }
        : { zh: `应为 ${issue.expected}`, en: `it must be ${issue.expected}` }
    }
    case 'invalid_value':
      return oneOf(issue.values.map(String))
    case 'too_small':
    case 'too_big':
      return bound(issue)
    case 'unrecognized_keys':
      return {
        zh: `不认识 ${issue.keys.join('、')}`,
        en: `${issue.keys.join(', ')} is not known here`,
      }
    case 'invalid_format':
      if (issue.format === 'date')
        return { zh: '日期要写成 2027-01-31 的样子', en: 'write the date like 2027-01-31' }
      return { zh: '写法不对', en: 'it is not written the right way' }
    case 'custom':
      return (issue.params?.words as Words | undefined) ?? { zh: issue.message, en: issue.message }
    default:
      return { zh: issue.message, en: issue.message }
  }
}
