import type { Comment, Objection, PlanLine } from '@kuashan/contract/plans.ts'
import type { Role } from '@kuashan/core/people/role.ts'
import type { Words } from '@kuashan/core/words/language.ts'

/** What has been said of a plan so far, where its step asks for it. */
export interface Voices {
  comments: readonly Pick<Comment, 'answer' | 'madeBy'>[]
  objections: readonly Pick<Objection, 'answer'>[]
}

/** Something that waits for whoever is signed in. */
export interface Waiting {
  key: string
  /** Where it is done. */
  to: string
  what: Words
  facts: Record<string, string | number>
}

type Line = Pick<PlanLine, 'id' | 'name' | 'step' | 'verdict'>
type Said = Voices | undefined
type Found = Omit<Waiting, 'key'>

const at = ({ id }: Line, tab: string, what: Words, n = 0): Found => ({
  to: `/plans/${id}/${tab}`,
  what,
  facts: { n },
})

function ofLeader(line: Line): Found[] {
  if (line.step === 'review')
    return [
      at(line, 'road', {
        zh: '{name}：等您审查风险与合法性',
        en: '{name}: your review of risk and legality',
      }),
    ]
  if (line.step !== 'decision') return []
  return [at(line, 'road', { zh: '{name}：等集体决定', en: '{name}: the collective decision' })]
}

/** A department owes a word while it is asked and none of its account has come. */
function ofDepartment(line: Line, said: Said, mine: string): Found[] {
  if (line.step !== 'comments' || !said) return []
  if (said.comments.some(({ madeBy }) => madeBy === mine)) return []
  const what = {
    zh: '{name}：等您的部门提意见',
    en: '{name}: your department’s comment is awaited',
  }
  return [at(line, 'road', what)]
}

function ofTownship(line: Line): Found[] {
  if (line.step !== 'notice') return []
  const what = { zh: '{name}：请张贴各村公告', en: '{name}: post the notices of the villages' }
  return [at(line, 'road', what)]
}

const unanswered = (of: readonly { answer: string | null }[] = []): number =>
  of.filter(({ answer }) => answer === null).length

function ofPlanner(line: Line, said: Said): Found[] {
  const [comments, objections] = [unanswered(said?.comments), unanswered(said?.objections)]
  const found: Found[] = []
  if (line.step === 'draft' && line.verdict === 'broken')
    found.push(
      at(line, 'check', {
        zh: '{name}：检查有错，先改好',
        en: '{name}: the checker found errors; mend them',
      }),
    )
  if (comments > 0)
    found.push(
      at(
        line,
        'road',
        { zh: '{name}：{n} 条部门意见还没答复', en: '{name}: {n} {n|comment|comments} to answer' },
        comments,
      ),
    )
  if (objections > 0)
    found.push(
      at(
        line,
        'road',
        { zh: '{name}：{n} 条异议还没答复', en: '{name}: {n} {n|objection|objections} to answer' },
        objections,
      ),
    )
  if (line.step === 'notice')
    found.push(
      at(line, 'road', { zh: '{name}：正在各村公示', en: '{name}: notices are being posted' }),
    )
  return found
}

/** What waits for somebody with these roles; `mine` is their account. What is to be decided comes first. */
export function waitingFor(
  roles: ReadonlySet<Role>,
  mine: string,
  lines: readonly Line[],
  voices: ReadonlyMap<string, Voices>,
): Waiting[] {
  return lines.flatMap((line) => {
    const said = voices.get(line.id)
    const found = [
      ...(roles.has('leader') ? ofLeader(line) : []),
      ...(roles.has('department') ? ofDepartment(line, said, mine) : []),
      ...(roles.has('township') ? ofTownship(line) : []),
      ...(roles.has('planner') ? ofPlanner(line, said) : []),
    ]
    return found.map((one) => ({
      ...one,
      key: `${line.id} ${one.what.en}`,
      facts: { ...one.facts, name: line.name },
    }))
  })
}
