import type pg from 'pg'

/** Schemas of our own; the queue's tables are its own affair. */
const ours = "n.nspname IN ('kuashan', 'kuashan_migrations')"

const questions: readonly [complaint: string, sql: string][] = [
  [
    'row-level security is not forced',
    `SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${ours} AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  ],
  [
    'no policy',
    `SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${ours} AND c.relkind IN ('r', 'p') AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)`,
  ],
  [
    'no restrictive policy for all commands that compares the county',
    `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'kuashan' AND c.relkind IN ('r', 'p') AND NOT EXISTS (
       SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive AND p.polcmd = '*'
       AND p.polroles = '{0}'
       AND pg_get_expr(p.polqual, p.polrelid) = '(county = current_setting(''kuashan.county''::text, true))')`,
  ],
  [
    'a policy asks whether a row lies in an area, where a caller may have several (kuashan.places)',
    `SELECT p.polname || ' of ' || c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${ours} AND concat(pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid))
       ~ 'starts_with\\([^=]*kuashan\\.area'`,
  ],
  [
    'a table is not a plain table',
    `SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${ours} AND c.relkind IN ('v', 'm', 'f', 'S')`,
  ],
  [
    'a key, unique constraint or index does not start with county',
    `SELECT i.indexrelid::regclass::text FROM pg_index i
     JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
     WHERE n.nspname = 'kuashan' AND a.attname IS DISTINCT FROM 'county'`,
  ],
  [
    'no primary key',
    `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE ${ours} AND c.relkind = 'r'
     AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)`,
  ],
  [
    'a foreign key does not lead from county to county',
    `SELECT k.conname FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
     WHERE n.nspname = 'kuashan' AND k.contype = 'f' AND (a.attname <> 'county' OR b.attname <> 'county')`,
  ],
  [
    'a constraint can be deferred',
    `SELECT k.conname FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
     WHERE ${ours} AND k.condeferrable`,
  ],
  [
    'a trigger or function of our own',
    `SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours} AND NOT t.tgisinternal
     UNION ALL SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${ours}`,
  ],
  [
    'the app owns it',
    `SELECT c.relname FROM pg_class c WHERE c.relowner = 'kuashan_app'::regrole
     UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = 'kuashan_app'::regrole
     UNION ALL SELECT datname FROM pg_database WHERE datdba = 'kuashan_app'::regrole`,
  ],
  [
    'the app belongs to a role or has an attribute it must not have',
    `SELECT rolname FROM pg_roles WHERE rolname = 'kuashan_app'
     AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)
     UNION ALL SELECT roleid::regrole::text FROM pg_auth_members WHERE member = 'kuashan_app'::regrole`,
  ],
  [
    'the app may delete, truncate, or make tables, or change what only grows',
    `SELECT table_name || ' ' || privilege_type FROM information_schema.table_privileges
     WHERE grantee = 'kuashan_app' AND table_schema IN ('kuashan', 'kuashan_migrations')
     AND privilege_type NOT IN ('SELECT', 'INSERT')
     UNION ALL SELECT table_name || '.' || column_name FROM information_schema.column_privileges
     WHERE grantee = 'kuashan_app' AND table_schema = 'kuashan' AND privilege_type = 'UPDATE'
     AND table_name IN ('county_row', 'county_part', 'revision_part', 'import_finding', 'row_edit', 'measurement',
       'plan_version', 'plan_step', 'plan_notice', 'job_document', 'goal_tree', 'map_source', 'concern_voice', 'concern_weights',
       'policy_register', 'trial', 'person_file', 'report', 'audit_entry', 'audit_seal',
       'audit_sealed_entry')
     UNION ALL SELECT nspname FROM pg_namespace WHERE nspname IN ('kuashan', 'kuashan_migrations', 'public')
     AND has_schema_privilege('kuashan_app', oid, 'CREATE')
     UNION ALL SELECT 'kuashan_migrations is open' WHERE has_schema_privilege('kuashan_app', 'kuashan_migrations', 'USAGE')`,
  ],
]

/** What in the database breaks the rules every table must keep: asked of the catalogue of PostgreSQL itself. */
export async function brokenRules(client: pg.Client): Promise<string[]> {
  const broken: string[] = []
  for (const [complaint, text] of questions) {
    const { rows } = await client.query({ text, rowMode: 'array' })
    broken.push(...rows.map((row: unknown[]) => `${row[0]}: ${complaint}`))
  }
  return broken
}
