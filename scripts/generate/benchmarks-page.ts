import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type ScaleResults, scaleFigures, scaleSection } from './scale-section.ts'
import { type SitingResults, sitingSection } from './siting-section.ts'
import { tourSetSection } from './tour-set-section.ts'
import { type TourResults, toursSection } from './tours-section.ts'

export type Ceilings = Record<string, { ceiling: number; unit: string; reason: string }>

export interface BenchResults {
  machine: string
  figures: Record<string, number[]>
}

const stored = async <T>(file: string, otherwise: T): Promise<T> =>
  existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as T) : otherwise

/** `docs/benchmarks.md` from what `npm run bench`, `npm run bench:tours`, `npm run bench:siting`, `bench/tours-scale.ts` and `bench/tour-set.ts` stored. */
export async function benchmarksPage(): Promise<string> {
  const ceilings = await stored<Ceilings>('bench/ceilings.json', {})
  const results = await stored<BenchResults>('bench/results.json', { machine: '–', figures: {} })
  const tours = await stored<TourResults>('bench/tours-results.json', { machine: '–', runs: [] })
  const siting = await stored<SitingResults>('bench/siting-results.json', {
    machine: '–',
    runs: [],
  })
  const scale = await stored<ScaleResults>('bench/tours-scale-results.json', {
    machine: '–',
    runs: [],
  })
  const scaled = Object.entries(scaleFigures(scale.runs)).map(([figure, value]) => [
    figure,
    [value],
  ])
  const figures = { ...results.figures, ...Object.fromEntries(scaled) }
  const sections = [
    figuresSection({ ...results, figures }, ceilings),
    toursSection(tours),
    scaleSection(scale),
    await tourSetSection(),
    sitingSection(siting),
  ]
  return sections.join('\n')
}

/** Figures with a ceiling first, then the others. */
function figuresSection({ machine, figures }: BenchResults, ceilings: Ceilings): string {
  const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b)
  const median = (list: readonly number[]) => sorted(list)[Math.floor(list.length / 2)] as number
  const bars = Object.entries(ceilings).map(([figure, { ceiling, unit, reason }]) => {
    const list = figures[figure]
    if (!list?.length) return `| ${figure} | ≤ ${ceiling} ${unit} | not run | | ${reason} |`
    const verdict = median(list) <= ceiling ? 'met' : '**missed**'
    return `| ${figure} | ≤ ${ceiling} ${unit} | ${median(list)} ${unit} (${sorted(list).join(', ')}) | ${verdict} | ${reason} |`
  })
  const others = Object.entries(figures)
    .filter(([figure]) => !(figure in ceilings))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([figure, list]) => `| ${figure} | ${median(list)} (${sorted(list).join(', ')}) |`)
  return [
    '# Benchmarks',
    '',
    'Made by `npm run bench`; do not edit. Median of repeated runs, each in a process of its own; all runs in brackets.',
    `Machine: ${machine}. Seeds stand in each file of \`bench/\`.`,
    '',
    '| figure | ceiling | measured | | why this ceiling |',
    '|---|---|---|---|---|',
    ...bars,
    '',
    '| other figures | measured |',
    '|---|---|',
    ...others,
    '',
  ].join('\n')
}
