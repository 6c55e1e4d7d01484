import { basename, extname } from 'node:path'

const words = ['people', 'persons', 'residents', '居民', '居民名册', '人员名册', '人口名册']

/**
 * Whether a file is a register of people by its name (`people.csv`, `居民名册-东乡.xlsx`). Registers are not part of a
 * county's data, which every planner may read: they are imported apart, by who keeps them.
 */
export function isRegisterFile(path: string): boolean {
  if (!/^\.(csv|tsv|txt|xlsx|xlsm|xls|et|ods)$/i.test(extname(path))) return false
  const plain = basename(path, extname(path)).normalize('NFKC').trim().toLowerCase()
  return words.some(
    (word) =>
      plain === word || (plain.startsWith(word) && /^[-_ (]/.test(plain.slice(word.length))),
  )
}
