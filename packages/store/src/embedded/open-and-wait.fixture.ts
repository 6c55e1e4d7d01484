import { openStore } from '../open-store.ts'

/** A process of its own that opens a store, says so, and waits: for being killed. */
await openStore({ folder: process.argv[2]! })
process.stdout.write('open\n')
setInterval(() => undefined, 1000)
