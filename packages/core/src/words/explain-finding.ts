import type { Finding, FindingCode } from '../kernel/finding.ts'
import { filled, type Language, type Message } from './language.ts'
import { accessMessages } from './messages/access.ts'
import { callMessages } from './messages/calls.ts'
import { catalogueMessages } from './messages/catalogue.ts'
import { concernMessages } from './messages/concerns.ts'
import { developmentMessages } from './messages/development.ts'
import { editMessages } from './messages/edits.ts'
import { folderMessages } from './messages/folder.ts'
import { instanceMessages } from './messages/instance.ts'
import { peopleMessages } from './messages/people.ts'
import { placeMessages } from './messages/places.ts'
import { planMessages } from './messages/plan.ts'
import { policyMessages } from './messages/policies.ts'
import { poolMessages } from './messages/pool.ts'
import { postMessages } from './messages/posts.ts'
import { replanMessages } from './messages/replan.ts'
import { rideMessages } from './messages/rides.ts'
import { roadMessages } from './messages/roads.ts'
import { routeMessages } from './messages/routes.ts'
import { runningMoneyMessages } from './messages/running-money.ts'
import { scenarioMessages } from './messages/scenarios.ts'
import { signInMessages } from './messages/sign-in.ts'
import { sitingMessages } from './messages/siting.ts'
import { storeMessages } from './messages/store.ts'
import { tableMessages } from './messages/table.ts'
import { territoryMessages } from './messages/territory.ts'
import { tourMessages } from './messages/tours.ts'
import { travelMessages } from './messages/travel.ts'

const messages: Record<FindingCode, Message> = {
  ...tableMessages,
  ...folderMessages,
  ...territoryMessages,
  ...peopleMessages,
  ...poolMessages,
  ...signInMessages,
  ...placeMessages,
  ...roadMessages,
  ...travelMessages,
  ...catalogueMessages,
  ...accessMessages,
  ...planMessages,
  ...editMessages,
  ...tourMessages,
  ...postMessages,
  ...runningMoneyMessages,
  ...replanMessages,
  ...rideMessages,
  ...instanceMessages,
  ...routeMessages,
  ...sitingMessages,
  ...callMessages,
  ...scenarioMessages,
  ...storeMessages,
  ...developmentMessages,
  ...concernMessages,
  ...policyMessages,
}

/** A fact that has a wording of its own in Chinese stands beside the other as `reasonZh`. */
const fill = (template: string, facts: Finding['facts'], language: Language): string =>
  filled(template, (name) => (language === 'zh' ? facts[`${name}Zh`] : undefined) ?? facts[name])

const placeWords: Record<Language, Record<'sheet' | 'row' | 'column', string>> = {
  zh: { sheet: '工作表', row: '第 {n} 行', column: '列' },
  en: { sheet: 'sheet', row: 'row {n}', column: 'column' },
}

/** `settlements.csv, row 12, column 常住人口` */
export function placeOf(finding: Finding, language: Language): string {
  const { file, sheet, row, column, path } = finding.at
  const words = placeWords[language]
  return [
    file,
    sheet && `${words.sheet} ${sheet}`,
    row !== undefined && words.row.replace('{n}', String(row)),
    column && `${words.column} ${column}`,
    path,
  ]
    .filter(Boolean)
    .join(language === 'zh' ? '，' : ', ')
}

/** What is wrong and what to do, in one language. */
export function explainFinding(
  finding: Finding,
  language: Language,
): { what: string; remedy: string } {
  const message = messages[finding.code]
  return {
    what: fill(message.what[language], finding.facts, language).trim(),
    remedy: fill(message.remedy[language], finding.facts, language).trim(),
  }
}
