import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { NameOf } from '@kuashan/core/words/explain/explain-need.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import type { SaidAnswer, SaidPart } from '@kuashan/pages/explain/explanation-page.ts'
import { nameIn } from '@kuashan/pages/report/name-in.ts'
import type { Terminal } from './terminal.ts'

/** Says one answer: its lines in a language, the first names it. */
export type SayAnswer = (say: (language: Language, nameOf: NameOf) => readonly string[]) => void

/** Answers by what was asked: said on the terminal as they come, and kept in both languages for a page. */
export interface SaidParts {
  parts: readonly SaidPart[]
  begin(title: Words): SayAnswer
}

export function saidParts(input: CountyInput, terminal: Terminal): SaidParts {
  const names = { zh: nameIn(input, 'zh'), en: nameIn(input, 'en') }
  const parts: SaidPart[] = []
  return {
    parts,
    begin: (title) => {
      const answers: SaidAnswer[] = []
      parts.push({ title, answers })
      return (say) => {
        const answer = { zh: say('zh', names.zh), en: say('en', names.en) }
        answers.push(answer)
        const [head, ...lines] = answer[terminal.language]
        terminal.say([head, ...lines.map((line) => `  · ${line}`)].join('\n'))
      }
    },
  }
}
