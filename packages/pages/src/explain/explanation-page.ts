import type { Language, Words } from '@kuashan/core/words/language.ts'
import { html, type Markup } from '../html.ts'
import { reportStyle } from '../report/report-style.ts'

/** An answer in both languages: the first line names it, the others stand below. */
export type SaidAnswer = Readonly<Record<Language, readonly string[]>>

/** Answers to one question. */
export interface SaidPart {
  title: Words
  answers: readonly SaidAnswer[]
}

const languages: readonly Language[] = ['zh', 'en']

const tag = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en')

/** Explanations of a plan on one page, first in Chinese, then in English. One HTML file, no script, no network. */
export function explanationHtml(county: Words, parts: readonly SaidPart[]): string {
  const title: Words = { zh: `${county.zh}：方案说明`, en: `${county.en}: the plan explained` }
  const page = html`<html lang="zh-CN"><head><meta charset="utf-8">
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title.zh} · ${title.en}</title>
<style>${{ markup: reportStyle }}</style></head><body><main>
${languages.map((language) => html`<article lang="${tag(language)}"><h1>${title[language]}</h1>${parts.map((part) => partIn(part, language))}</article>\n`)}
</main></body></html>`
  return `<!doctype html>\n${page.markup}\n`
}

const partIn = ({ title, answers }: SaidPart, language: Language): Markup =>
  html`<section><h2>${title[language]}</h2>${
    answers.length === 0
      ? html`<p class="none">${language === 'zh' ? '无' : 'None'}</p>`
      : answers.map((answer) => answerIn(answer[language]))
  }</section>`

const answerIn = ([head, ...lines]: readonly string[]): Markup =>
  html`<h3>${head ?? ''}</h3>${lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : null}\n`
