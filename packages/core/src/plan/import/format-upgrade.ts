import { type Finding, finding } from '../../kernel/finding.ts'
import type { Plain } from './yuan.ts'

/** The format this program reads and writes. */
const FORMAT = 1

type Document = { [key: string]: Plain }

interface Upgrade {
  /** What it does, shown in the finding. */
  changes: string
  apply(settings: Document): Document
}

function renamed(settings: Document, names: Readonly<Record<string, string>>): Document {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [names[key] ?? key, value]),
  )
}

/** From each older format to the next one. Nothing is ever taken out of this table. */
const upgrades: Readonly<Record<number, Upgrade>> = {
  0: {
    changes: 'crs → coordinates, planFrom + planTo → horizon, timezone → utcOffset',
    apply(settings) {
      const { planFrom, planTo, ...rest } = renamed(settings, {
        crs: 'coordinates',
        timezone: 'utcOffset',
      })
      const horizon =
        planFrom === undefined || planTo === undefined
          ? {}
          : { horizon: { from: planFrom, to: planTo } }
      return { ...rest, ...horizon, format: 1 }
    },
  },
}

/** Settings in today's format; an unknown or newer format is an error that says what to do. */
export function upgradeSettings(
  settings: Document,
  file: string,
): { settings: Document | null; findings: Finding[] } {
  const at = { file, path: 'format' }
  const stated = settings.format ?? 'none'
  if (typeof stated !== 'number' || !Number.isInteger(stated) || stated < 0)
    return {
      settings: null,
      findings: [finding('format-unknown', at, { found: String(stated), known: FORMAT })],
    }
  if (stated > FORMAT)
    return {
      settings: null,
      findings: [finding('format-newer', at, { found: stated, known: FORMAT })],
    }
  const findings: Finding[] = []
  let upgraded = settings
  for (let format = stated; format < FORMAT; format++) {
    const { changes, apply } = upgrades[format]!
    upgraded = apply(upgraded)
    findings.push(finding('format-upgraded', at, { found: format, known: format + 1, changes }))
  }
  return { settings: upgraded, findings }
}
