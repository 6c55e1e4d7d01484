import { moves } from '../moves/moves.ts'
import { templatesNear } from './insert.ts'
import type { Template } from './template.ts'
import { applyChange, type TemplateSet } from './template-set.ts'

/** Near stops whose templates a descent looks at. */
const NEAR = 8

/**
 * Applies gains until no move finds one around the templates of `dirty` and those they touch.
 * Templates are named by identity, because their places change. At most `limit` gains.
 */
export function descend(set: TemplateSet, dirty: readonly Template[], limit: number): void {
  const queue = [...dirty]
  let gains = 0
  while (queue.length > 0 && gains < limit) {
    const template = queue.pop()!
    const t = set.where[template.stops[0]!]!
    if (t < 0 || set.templates[t] !== template) continue
    const near = templatesNear(set, template.stops, NEAR).filter((u) => u !== t)
    for (const move of moves) {
      const found = move.best(set, t, near)
      if (!found) continue
      for (const place of applyChange(set, found.change)) queue.push(set.templates[place]!)
      gains++
      break
    }
  }
}
