import type { ReplanAlternative, ReplanMenu } from '@kuashan/contract/replans.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Alternative } from '@kuashan/core/planner/replan/replan-problem.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import { alternativeWords } from '@kuashan/core/words/replan/difference-words.ts'
import { menuSearch } from '@kuashan/engine/planning/menu-search.ts'
import {
  type CheckedReplan,
  type DeskAnswer,
  replanDesk,
} from '@kuashan/engine/planning/replan-desk.ts'
import { sameTours, sayDifference, sayFloorLost } from '@kuashan/pages/replan/said.ts'
import { type Names, namesOf } from '@kuashan/pages/report/names.ts'
import { callerOfJob } from '@kuashan/store/jobs/jobs.ts'
import type { Work } from '@kuashan/store/jobs/serve-jobs.ts'
import type { Store } from '@kuashan/store/open-store.ts'
import { openPlan } from '../county/open-plan.ts'
import { said } from '../serve/problem-answer.ts'
import type { WorkPlace } from '../threads/work-place.ts'
import { keepAnswer } from './job-answer.ts'

/** What happened to a plan, as a job keeps it. */
export interface ReplanAsked {
  plan: string
  changes: Change[]
  today: PlainDate
  frozenUntil?: PlainDate | undefined
  locks: string[]
}

/** What is kept beside the menu: each of its plans with what the checker says of it. */
export type ReplanChoice = Pick<CheckedReplan['menu'][number], 'plan'> & {
  findings: CheckedReplan['menu'][number]['checked']['findings']
}

const seed = 1

type Say = (say: (names: Names, language: Language) => string) => Words

const sayIn = (input: CountyInput): Say => {
  const names = { zh: namesOf(input, 'zh'), en: namesOf(input, 'en') }
  return (say) => ({ zh: say(names.zh, 'zh'), en: say(names.en, 'en') })
}

type Kind = ReplanAlternative['sameAs'] & string

function alternativeView(
  a: Alternative,
  say: Say,
  more: Pick<ReplanAlternative, 'verdict' | 'sameAs'>,
): ReplanAlternative {
  const { kind, counts, peopleLosing, peopleGaining, costDifference } = a
  return {
    kind,
    ...alternativeWords[kind],
    counts,
    peopleLosing,
    peopleGaining,
    costDifference,
    differences: a.differences.map((d) => ({
      ...d,
      services: [...d.services],
      said: say((names, language) => sayDifference(d, names, language)),
    })),
    lost: a.lost.map((f) => ({
      ...f,
      said: say((names, language) => sayFloorLost(f, names, language)),
    })),
    ...more,
  }
}

function menuView(menu: CheckedReplan['menu'], say: Say): ReplanAlternative[] {
  return menu.map((a, k) => {
    const twin = menu.slice(0, k).find((b) => sameTours(a, b))
    const sameAs = (twin?.kind ?? null) as Kind | null
    return alternativeView(a, say, { verdict: a.checked.verdict, sameAs })
  })
}

const unanswered = (asked: ReplanAsked, { findings }: DeskAnswer): ReplanMenu => ({
  plan: asked.plan,
  today: asked.today,
  changes: asked.changes,
  touched: [],
  provisional: null,
  menu: [],
  findings: findings.map(said),
})

/** Answers what happened with a first fix and a menu of three, each checked. */
export const replanWork =
  (store: Store, place: WorkPlace): Work =>
  async (job, { county, signal, progress }) => {
    const asked = job.input as ReplanAsked
    const caller = callerOfJob(county, job)
    const { plan, under } = await store.as(caller, (a) => openPlan(place.shelf, a, asked.plan))
    await progress({ share: 0.05, detail: 'travel' })
    const open = await replanDesk(under.input, plan, { workers: place.workers, signal })
    try {
      await progress({ share: 0.4, detail: 'replan' })
      const { changes, today, frozenUntil, locks } = asked
      const answer = await open.first({ changes, today, frozenUntil, locks })
      if (answer.first === null) return keepAnswer(job, unanswered(asked, answer))
      const { menu, touched, provisional } = open.menu(answer, menuSearch({ seed }, signal))
      const say = sayIn(answer.request.input ?? under.input)
      const view: ReplanMenu = {
        ...unanswered(asked, answer),
        touched: touched.map((t) => ({ ...t, dropped: [...t.dropped] })),
        provisional: alternativeView(provisional, say, { verdict: null, sameAs: null }),
        menu: menuView(menu, say),
      }
      const plans = menu.map((a): [string, string] => {
        const choice: ReplanChoice = { plan: a.plan, findings: a.checked.findings }
        return [a.kind, JSON.stringify(choice)]
      })
      return keepAnswer(job, view, Object.fromEntries(plans))
    } finally {
      await open.close()
    }
  }
