import { type Finding, hasErrors } from '@kuashan/core/kernel/finding.ts'
import { bySeverity } from '@kuashan/core/kernel/severity.ts'
import { explainFinding, placeOf } from '@kuashan/core/words/explain-finding.ts'
import type { Language, Words } from '@kuashan/core/words/language.ts'
import { Presets, SingleBar } from 'cli-progress'

/** A step under way. `at` takes a share from 0 to 1 and, where useful, a word on what is being done. */
export interface Step {
  at(share: number, detail?: string): void
  done(detail?: string): void
}

/** How a command speaks: bars on a terminal, nothing of the sort when piped, one JSON value with `--json`. */
export interface Terminal {
  language: Language
  json: boolean
  say(words: Words | string): void
  step(words: Words): Step
  /** Prints all findings to the error stream, errors first; the long tail by code when there are many. */
  findings(findings: readonly Finding[], options?: { most?: number }): void
  /** The machine-readable result; printed only with `--json`. */
  result(value: unknown): void
}

const severityWords: Record<Language, Record<Finding['severity'], string>> = {
  zh: { error: '错误', warning: '提醒', note: '说明' },
  en: { error: 'error', warning: 'warning', note: 'note' },
}

function bar(title: string): Step {
  const progress = new SingleBar(
    {
      format: `${title.padEnd(22)} {bar} {percentage}% {detail}`,
      hideCursor: true,
      stream: process.stderr,
    },
    Presets.shades_classic,
  )
  progress.start(100, 0, { detail: '' })
  return {
    at: (share, detail = '') => progress.update(Math.round(share * 100), { detail }),
    done: (detail = '') => {
      progress.update(100, { detail })
      progress.stop()
    },
  }
}

const silent: Step = { at: () => {}, done: () => {} }

export function createTerminal(options: { language: Language; json: boolean }): Terminal {
  const { language, json } = options
  const lively = process.stderr.isTTY === true && !json
  const text = (words: Words | string) => (typeof words === 'string' ? words : words[language])
  return {
    language,
    json,
    say: (words) => {
      if (!json) console.log(text(words))
    },
    step: (words) => (lively ? bar(text(words)) : silent),
    findings: (findings, { most = 40 } = {}) => {
      if (json) return
      const sorted = [...findings].sort(bySeverity)
      for (const finding of sorted.slice(0, most)) {
        const { what, remedy } = explainFinding(finding, language)
        const place = placeOf(finding, language)
        console.error(
          `${severityWords[language][finding.severity]}  ${place ? `${place}: ` : ''}${sentence(what, language)} ${sentence(remedy, language)} [${finding.code}]`,
        )
      }
      printTail(sorted.slice(most), language)
    },
    result: (value) => {
      if (json) console.log(JSON.stringify(value, null, 2))
    },
  }
}

/** Ends a text with a full stop of its language, once. */
const sentence = (text: string, language: Language): string =>
  /[.。!！?？]$/.test(text) ? text : `${text}${language === 'zh' ? '。' : '.'}`

function printTail(rest: readonly Finding[], language: Language): void {
  if (rest.length === 0) return
  const byCode = new Map<string, number>()
  for (const finding of rest) byCode.set(finding.code, (byCode.get(finding.code) ?? 0) + 1)
  const counts = [...byCode].map(([code, count]) => `${code} × ${count}`).join(', ')
  console.error(
    language === 'zh' ? `另有 ${rest.length} 条：${counts}` : `and ${rest.length} more: ${counts}`,
  )
}

/** 0 when all is well, 1 when findings of severity error or an infeasible plan stand in the way. */
export const exitCode = (findings: readonly Finding[]): 0 | 1 => (hasErrors(findings) ? 1 : 0)
