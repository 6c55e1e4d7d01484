import type { Seat } from '@kuashan/server/county/set-up-office.ts'
import type { Terminal } from './terminal.ts'

/** Shows the one-time links of a new office: the only time that they can be seen. */
export function sayLinks(seats: readonly Seat[], address: string, terminal: Terminal): void {
  terminal.say({
    zh: '一次性链接，每人用自己的设置密码（三天内有效，只显示这一次）：',
    en: 'One-time links: each person sets a password with theirs (three days, shown once only):',
  })
  for (const { name, login, token } of seats)
    terminal.say({
      zh: `  ${name}（${login}）：${address}/link#${token}`,
      en: `  ${name} (${login}): ${address}/link#${token}`,
    })
}
