import { countyFolder } from '../open-county.ts'
import { serveOffice } from '../serve-office.ts'
import type { Session } from '../session.ts'

export interface ServeOptions {
  port: number
  host: string
}

/** `serve [DIR]`: the office’s app; on a first start around the county folder DIR, with one-time links for its people. */
export async function serveCommand(
  dir: string | undefined,
  options: ServeOptions,
  session: Session,
): Promise<0> {
  await serveOffice(
    { ...options, folder: dir === undefined ? undefined : countyFolder(dir) },
    session,
  )
  return 0
}
