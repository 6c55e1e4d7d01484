import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  type RootOperationNode,
  type TableNode,
  type UnknownRow,
} from 'kysely'

/** Tables whose rows are a part of something: a record about the whole covers them. */
const partOf: Readonly<Record<string, string>> = {
  county_row: 'revision',
  county_part: 'revision',
  revision_part: 'revision',
  import_finding: 'revision',
  plan_version: 'plan',
  plan_step: 'plan',
  concern_voice: 'concern',
  person_file: 'person',
  account_secret: 'account',
  account_grant: 'account',
  account_link: 'account',
  account_identity: 'account',
}
/** The log itself, and what beats on its own: the idle time of a session, the progress of a job, sign-ins under way. */
const beats = new Set([
  'audit_entry',
  'audit_seal',
  'audit_sealed_entry',
  'session',
  'sign_in_flow',
  'job',
])
const personal = new Set(['person'])

/** What a transaction did that must stand in the audit log. */
export interface Touched {
  written: Set<string>
  looked: Set<string>
}

class TablesOf extends OperationNodeTransformer {
  readonly names = new Set<string>()
  protected override transformTable(node: TableNode, queryId?: QueryId): TableNode {
    this.names.add(node.table.identifier.name)
    return super.transformTable(node, queryId)
  }
}

/** Watches every statement of a transaction, so that no write and no look at a person can be left out of the log. */
export class AuditGuard implements KyselyPlugin {
  readonly touched: Touched = { written: new Set(), looked: new Set() }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    if (node.kind === 'RawNode') throw new Error('raw SQL would go past the audit log')
    const all = new TablesOf()
    all.transformNode(node, queryId)
    for (const name of all.names) if (personal.has(name)) this.touched.looked.add(name)
    const target = new TablesOf()
    if (node.kind === 'InsertQueryNode' && node.into) target.transformNode(node.into, queryId)
    if (node.kind === 'UpdateQueryNode' && node.table) target.transformNode(node.table, queryId)
    if (node.kind === 'DeleteQueryNode') target.transformNode(node.from, queryId)
    for (const name of target.names)
      if (!beats.has(name)) this.touched.written.add(partOf[name] ?? name)
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result
  }
}

/** Tables that were touched and of which nothing was recorded. */
export const unrecorded = (touched: Touched, recorded: ReadonlySet<string>): string[] =>
  [...new Set([...touched.written, ...touched.looked])].filter((table) => !recorded.has(table))
