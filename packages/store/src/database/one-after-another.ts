import type { Access } from './with-caller.ts'

/** Until its end a transaction has this name in its county to itself; others that ask for it wait their turn. */
export async function oneAfterAnother({ db, caller }: Access, name: string): Promise<void> {
  await db
    .selectNoFrom(({ fn, val }) =>
      fn('pg_advisory_xact_lock', [
        fn('hashtextextended', [val(`${caller.county} ${name}`), val(0)]),
      ]).as('locked'),
    )
    .execute()
}
