import { cpus, totalmem } from 'node:os'

/** The machine in words, without names of hosts or paths. */
export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, shared and noisy`
