/** Made from the migrations by `npm run generate`; never edited. */
import type { ColumnType, Generated } from 'kysely'

/** Read as a value, written as JSON text: `pg` would make an array of PostgreSQL's own out of a list. */
type Json = ColumnType<unknown, string, string>
type JsonOrDefault = ColumnType<unknown, string | undefined, string>

export interface Tables {
  account: {
    county: string
    account: string
    login: string
    name: string
    department: string | null
    state: Generated<string>
    version: Generated<number>
    made_at: Generated<string>
  }
  account_grant: {
    county: string
    account: string
    account_grant: string
    role: string
    area: string
    purposes: string[]
    valid_from: Generated<string>
    valid_until: string | null
    made_by: string | null
    made_at: Generated<string>
  }
  account_identity: {
    county: string
    account: string
    identity: string | null
    made_by: string
    made_at: Generated<string>
    changed_at: Generated<string>
  }
  account_link: {
    county: string
    token_hash: string
    account: string
    kind: string
    made_at: Generated<string>
    expires_at: string
    used_at: string | null
  }
  account_secret: {
    county: string
    account: string
    password_hash: string | null
    failed_tries: Generated<number>
    locked_until: string | null
    changed_at: Generated<string>
  }
  audit_entry: {
    county: string
    entry: string
    at: Generated<string>
    account: string | null
    role: string
    area: string
    purpose: string
    action: string
    subject_table: string
    subject: string
    why: string
    facts: Json
  }
  audit_seal: {
    county: string
    seal: number
    entries: number
    entries_hash: string
    previous_hash: string
    hash: string
    sealed_at: Generated<string>
  }
  audit_sealed_entry: {
    county: string
    entry: string
    seal: number
    position: number
    hash: string
  }
  break_glass: {
    county: string
    account: string
    break_glass: string
    area: string
    reason: string
    started_at: Generated<string>
    expires_at: string
    reviewed_by: string | null
    reviewed_at: string | null
    review: string | null
  }
  concern: {
    county: string
    concern: string
    division: string
    settlement: string | null
    service: string | null
    body: string
    people: number
    severity: string
    plan: string | null
    objection: string | null
    answer: string | null
    answered_by: string | null
    answered_at: string | null
    version: Generated<number>
    made_by: string
    made_at: Generated<string>
  }
  concern_voice: {
    county: string
    concern: string
    voice: string
    said_on: string
    raised: boolean
    votes: Generated<number>
    note: Generated<string>
    made_by: string
    made_at: Generated<string>
  }
  concern_weights: {
    county: string
    version: number
    weights: Json
    made_by: string
    made_at: Generated<string>
  }
  county: {
    county: string
    name: string
    name_en: string | null
    head: string | null
    version: Generated<number>
    made_at: Generated<string>
  }
  county_part: {
    county: string
    hash: string
    piece: number
    bytes: Buffer
  }
  county_row: {
    county: string
    revision: string
    table_name: string
    row_id: string
    position: number
    division: string | null
    value: Json
  }
  department_event: {
    county: string
    department_event: string
    department: string
    village: string
    day: string
    purpose: string
    state: Generated<string>
    note: Generated<string>
    version: Generated<number>
    made_by: string
    made_at: Generated<string>
    changed_at: Generated<string>
  }
  fleet_vehicle: {
    county: string
    fleet_vehicle: string
    vehicle: string | null
    plate: string
    kind: string
    owner: string
    licence_until: string | null
    inspection_until: string | null
    insurance_until: string | null
    fit_out: JsonOrDefault
    state: Generated<string>
    version: Generated<number>
    made_by: string
    made_at: Generated<string>
    changed_at: Generated<string>
    seats: number | null
    cold_box: Generated<boolean>
    driver: Generated<string>
    home: Generated<string>
    hours: JsonOrDefault
  }
  goal_tree: {
    county: string
    version: number
    goals: Json
    made_by: string
    made_at: Generated<string>
  }
  import_finding: {
    county: string
    revision: string
    position: number
    code: string
    severity: string
    place: Json
    facts: Json
  }
  job: {
    county: string
    job: string
    kind: string
    work_key: string
    state: string
    input: Json
    progress: JsonOrDefault
    result: Json | null
    problem: Json | null
    asked_by: string
    asked_role: string
    asked_area: string
    asked_purpose: string
    asked_at: Generated<string>
    started_at: string | null
    ended_at: string | null
    finish_asked_at: string | null
    begun: Generated<number>
  }
  job_document: {
    county: string
    job: string
    part: string
    document: string
  }
  map_source: {
    county: string
    version: number
    source: Json | null
    made_by: string
    made_at: Generated<string>
  }
  measurement: {
    county: string
    measurement: string
    revision: string
    scenario: string | null
    as_of: string
    hash: string
    document: string
    made_by: string
    made_at: Generated<string>
  }
  objection: {
    county: string
    plan: string
    objection: string
    division: string
    settlement: string | null
    body: string
    answer: string | null
    price_fen: number | null
    displaced: Json | null
    accepted: boolean | null
    answered_by: string | null
    answered_at: string | null
    version: Generated<number>
    made_by: string
    made_at: Generated<string>
    source: Json | null
  }
  person: {
    county: string
    person: string
    division: string
    settlement: string | null
    name: string
    birth_date: string | null
    identity_masked: string | null
    identity_sealed: Buffer | null
    identity_index: string | null
    telephone_sealed: Buffer | null
    version: Generated<number>
    made_by: string
    made_at: Generated<string>
    changed_at: Generated<string>
    register_id: string | null
    pinyin: Generated<string>
    initials: Generated<string>
    birth_year: number | null
    care: Generated<string[]>
    content_index: string | null
  }
  person_file: {
    county: string
    person_file: string
    person: string
    direction: string
    format: number
    file_sealed: Buffer | null
    made_by: string
    made_at: Generated<string>
  }
  plan: {
    county: string
    plan: string
    name: string
    revision: string
    scenario: string | null
    diff_base: string | null
    step: string
    version: Generated<number>
    document_version: Generated<number>
    made_by: string
    made_at: Generated<string>
    changed_at: Generated<string>
  }
  plan_comment: {
    county: string
    plan: string
    comment: string
    department: string
    body: string
    answer: string | null
    answered_by: string | null
    answered_at: string | null
    version: Generated<number>
    made_by: string
    made_at: Generated<string>
  }
  plan_notice: {
    county: string
    plan: string
    division: string
    posted_on: string
    place: string
    made_by: string
    made_at: Generated<string>
  }
  plan_step: {
    county: string
    plan: string
    version: number
    from_step: string
    to_step: string
    note: Generated<string>
    made_by: string
    made_at: Generated<string>
  }
  plan_version: {
    county: string
    plan: string
    version: number
    hash: string
    document: string
    findings: string
    note: Generated<string>
    made_by: string
    made_at: Generated<string>
    errors: number
  }
  policy_register: {
    county: string
    version: number
    texts: Json
    made_by: string
    made_at: Generated<string>
  }
  report: {
    county: string
    report: string
    version: number
    name: string
    ask: Json
    is_dropped: Generated<boolean>
    made_by: string
    made_at: Generated<string>
  }
  resource_booking: {
    county: string
    resource_booking: string
    shared_resource: string
    unit: string
    day: string
    from_minute: number
    to_minute: number
    purpose: string
    owner: string
    price_per_hour_fen: number
    state: Generated<string>
    version: Generated<number>
    made_by: string
    made_at: Generated<string>
    changed_at: Generated<string>
  }
  revision: {
    county: string
    revision: string
    parent: string | null
    state: string
    hash: string
    source: string
    settings: Json
    row_count: number
    error_count: number
    warning_count: number
    made_by: string
    made_at: Generated<string>
  }
  revision_part: {
    county: string
    revision: string
    part: string
    hash: string
    pieces: number
  }
  row_edit: {
    county: string
    table_name: string
    row_id: string
    version: number
    division: string | null
    field: string
    before: Json | null
    after: Json | null
    reason: string
    made_by: string
    made_at: Generated<string>
  }
  scenario: {
    county: string
    scenario: string
    name: string
    revision: string
    changes: string
    version: Generated<number>
    made_by: string
    made_at: Generated<string>
    changed_at: Generated<string>
    dropped_at: string | null
  }
  session: {
    county: string
    token_hash: string
    account: string
    made_at: Generated<string>
    idle_until: string
    expires_at: string
    ended_at: string | null
  }
  shared_resource: {
    county: string
    shared_resource: string
    kind: string
    name: string
    owner: string
    place: string
    skills: string[]
    hours: Json
    reach: string
    price_per_hour_fen: number
    notice_days: number
    source: string | null
    version: Generated<number>
    made_by: string
    made_at: Generated<string>
    changed_at: Generated<string>
  }
  sign_in_flow: {
    county: string
    token_hash: string
    sealed: Buffer
    made_at: Generated<string>
    expires_at: string
    used_at: string | null
  }
  trial: {
    county: string
    trial: string
    version: number
    document: Json
    made_by: string
    made_at: Generated<string>
  }
}
