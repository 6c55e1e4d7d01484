import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setUpEmptyOffice, setUpOffice } from '@kuashan/server/county/set-up-office.ts'
import { askFirstWorkAhead } from '@kuashan/server/work/first-work.ts'
import { openStore } from '@kuashan/store/open-store.ts'
import { countiesHere } from '@kuashan/store/queries/counties-here.ts'
import { dataFolder } from '../data-folder.ts'
import { openCounty } from '../open-county.ts'
import { sayLinks } from '../say-links.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'

export interface SetUpOptions {
  code?: string
  name?: string
  nameEn?: string
  /** Where the app will be reached, for the links. */
  address: string
}

/** The county to begin with, by code and name. Throws `UsageError` where they are not given, or the code is none. */
function emptyCounty({ code, name, nameEn }: SetUpOptions) {
  if (!code || !name)
    throw new UsageError({
      zh: '给出县文件夹，或用 --code 和 --name 给出县的代码和名称。',
      en: 'Give a county folder, or a code and a name with --code and --name.',
    })
  if (!/^\d{6}(\d{6})?$/.test(code))
    throw new UsageError({
      zh: `区划代码是 6 位或 12 位数字，不是“${code}”。`,
      en: `A division code has 6 or 12 digits: ${code} has not.`,
    })
  return { code: code.padEnd(12, '0'), name, ...(nameEn === undefined ? {} : { nameEn }) }
}

/**
 * `set-up [DIR]`: an office on this machine around a county folder, or with no data yet; shows its one-time links and serves
 * nothing. Where an office is there already it says so and changes nothing.
 */
export async function setUpCommand(
  dir: string | undefined,
  options: SetUpOptions,
  session: Session,
): Promise<0 | 1> {
  const { terminal } = session
  const county = dir === undefined ? emptyCounty(options) : null
  const opened = dir === undefined ? null : await openCounty(dir, session)
  if (opened && !opened.input) {
    terminal.findings(opened.findings)
    return 1
  }
  const data = dataFolder()
  await mkdir(data, { recursive: true })
  const store = await openStore({
    folder: join(data, 'store'),
    databaseUrl: process.env.DATABASE_URL,
  })
  try {
    const [there] = await countiesHere(store)
    if (there) {
      terminal.say({
        zh: `这里已有 ${there.name}，没有改动。`,
        en: `${there.name} is set up here already; nothing was changed.`,
      })
      return 0
    }
    const office = county
      ? await setUpEmptyOffice(store, county)
      : await setUpOffice(store, opened!.folder)
    if (!county) await askFirstWorkAhead(store, office.planner)
    sayLinks(office.seats, options.address, terminal)
    terminal.result({ seats: office.seats })
    return 0
  } finally {
    await store.close()
  }
}
