import { atomicWrite } from '@kuashan/engine/files/atomic-write.ts'
import { matrixCsv, travelMatrix } from '@kuashan/engine/travel/travel-matrix.ts'
import { openCounty } from '../open-county.ts'
import type { Session } from '../session.ts'
import { exitCode } from '../terminal.ts'

/** `matrix DIR --from … --to … --csv OUT`: travel between any kinds of places. */
export async function matrixCommand(
  dir: string,
  options: { from: string; to: string; csv: string; workers: number },
  session: Session,
): Promise<0 | 1> {
  const { terminal, signal } = session
  const opened = await openCounty(dir, session)
  if (!opened.input) {
    terminal.findings(opened.findings)
    terminal.result({ findings: opened.findings })
    return 1
  }
  const step = terminal.step({ zh: '计算路程', en: 'Finding ways' })
  const { table, findings } = await travelMatrix(opened.input, options.from, options.to, {
    workers: options.workers,
    signal,
    onProgress: (share) => step.at(share),
  })
  step.done()
  terminal.findings(findings)
  if (!table) {
    terminal.result({ findings })
    return 1
  }
  await atomicWrite(options.csv, matrixCsv(table))
  terminal.say({
    zh: `${table.from.length} × ${table.to.length} 已写入 ${options.csv}`,
    en: `${table.from.length} × ${table.to.length} written to ${options.csv}`,
  })
  terminal.result({ file: options.csv, from: table.from.length, to: table.to.length, findings })
  return exitCode(findings)
}
