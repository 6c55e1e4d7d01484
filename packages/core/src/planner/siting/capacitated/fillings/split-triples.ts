import type { Filling } from './filling.ts'
import type { Triple } from './filling-master.ts'

/**
 * Triples of clients of whom parts of fillings with two or more add up to more than one, most first. In whole answers
 * at most one filling holds two of three. Source: subset-row inequalities, Jepsen, Petersen, Spoorendonk & Pisinger
 * 2008.
 */
export function splitTriples(
  fractions: readonly { filling: Filling; part: number }[],
  clients: number,
  most: number,
): Triple[] {
  const pair = new Float64Array(clients * clients)
  const holding: number[][] = Array.from({ length: clients }, () => [])
  fractions.forEach(({ filling, part }, k) => {
    if (part > 1 - 1e-7) return
    for (const i of filling.clients) {
      holding[i]!.push(k)
      for (const o of filling.clients) pair[i * clients + o]! += part
    }
  })
  const found: { triple: Triple; sum: number }[] = []
  for (let a = 0; a < clients; a++)
    for (let b = a + 1; b < clients; b++)
      for (let c = b + 1; c < clients; c++) {
        const pairs = pair[a * clients + b]! + pair[a * clients + c]! + pair[b * clients + c]!
        if (pairs < 1 + 0.02) continue
        const sum = pairs - 2 * allThree(fractions, holding, [a, b, c])
        if (sum > 1 + 0.02) found.push({ triple: [a, b, c], sum })
      }
  found.sort((x, y) => y.sum - x.sum)
  return found.slice(0, most).map(({ triple }) => triple)
}

const allThree = (
  fractions: readonly { filling: Filling; part: number }[],
  holding: readonly (readonly number[])[],
  [a, b, c]: Triple,
): number =>
  holding[a]!.reduce((sum, k) => {
    const { filling, part } = fractions[k]!
    return filling.clients.includes(b) && filling.clients.includes(c) ? sum + part : sum
  }, 0)
