import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

type Answer = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>

const nothing = (command: string): Answer => ({ command, rowCount: 0, rows: [] })

/**
 * A connection for one transaction that waits for the database as seldom as can be: `BEGIN` and what `SET LOCAL` says go out
 * with the statement that follows them, in one write and in their order, and nobody waits for the end of a transaction that
 * has only read. Where a setting fails, so does the statement behind it, as the transaction is broken by then.
 */
class PromptClient {
  readonly #client: pg.PoolClient
  #ahead: string[] = []
  #begun = false
  /** Something was written, or failed: whoever ends the transaction hears what came of it. */
  #endMatters = false
  #end: Promise<unknown> = Promise.resolve()

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async query(sql: string, values: readonly unknown[]): Promise<Answer> {
    if (sql === 'begin' || sql.startsWith('SET LOCAL ')) {
      this.#ahead.push(sql)
      return nothing('SELECT')
    }
    if (sql === 'commit') return this.#commit()
    if (sql === 'rollback') return this.#rollback()
    if (!sql.startsWith('select ')) this.#endMatters = true
    const ahead = this.#ahead.join('; ')
    this.#ahead = []
    this.#begun = true
    try {
      return await this.#send(ahead, sql, [...values])
    } catch (error) {
      this.#endMatters = true
      throw error
    }
  }

  /** In one write, which costs more than what is written. */
  async #send(ahead: string, sql: string, values: unknown[]): Promise<Answer> {
    const { stream } = this.#client.connection
    stream.cork()
    const set = ahead === '' ? null : this.#client.query(ahead)
    const asked = this.#client.query(sql, values)
    stream.uncork()
    const [, answer] = await Promise.all([set, asked])
    return answer
  }

  async #commit(): Promise<Answer> {
    // Settings not sent yet would end here.
    this.#ahead = []
    if (!this.#begun) return nothing('COMMIT')
    const end = this.#client.query('commit')
    if (this.#endMatters) return end
    this.#end = end
    return nothing('COMMIT')
  }

  async #rollback(): Promise<Answer> {
    this.#ahead = []
    if (!this.#begun) return nothing('ROLLBACK')
    return this.#client.query('rollback')
  }

  /** Nobody else gets the connection before its transaction has ended. */
  release(discard?: boolean): void {
    this.#end.then(
      () => this.#client.release(discard),
      () => this.#client.release(true),
    )
  }
}

/** A pool as Kysely takes it, of connections that wait for the database as seldom as can be. */
export const promptPool = (pool: pg.Pool): PostgresPool => ({
  options: pool.options,
  // What Kysely’s type has besides is for cursors and for calling off statements; neither is done here.
  connect: async () => new PromptClient(await pool.connect()) as unknown as PostgresPoolClient,
  end: () => pool.end(),
})
