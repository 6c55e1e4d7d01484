import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'

const office = fileURLToPath(new URL('../../scripts/bundle/office', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'kuashan-install-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const machine = process.arch === 'arm64' ? 'linux-arm64' : 'linux-x64'
let prefix: string
let data: string
let log: string
let round = 0

beforeEach(() => {
  round += 1
  const here = join(root, String(round))
  mkdirSync(here)
  prefix = join(here, 'program')
  data = join(here, 'data')
  log = join(here, 'log')
})

/** An archive unpacked, with a program that only writes down how it was called. */
function archive(version: string, { target = machine, script = '' } = {}): string {
  const folder = join(root, String(round), `archive-${version}`)
  mkdirSync(join(folder, 'program/examples/three-valleys'), { recursive: true })
  for (const file of ['install.sh', 'uninstall.sh', 'kuashan.service'])
    cpSync(join(office, file), join(folder, file))
  writeFileSync(join(folder, 'VERSION'), `${version}\n`)
  writeFileSync(join(folder, 'TARGET'), `${target}\n`)
  for (const file of ['CONTENTS.md', 'bom.json', 'program/examples/three-valleys/county.yaml'])
    writeFileSync(join(folder, file), '')
  const program = join(folder, 'program/kuashan')
  writeFileSync(
    program,
    `#!/bin/sh\nprintf '%s\\n' "${version} $*" >>${log}\nmkdir -p "$KUASHAN_DATA/store"\n${script}\n`,
  )
  chmodSync(program, 0o755)
  const sums = 'find . -type f ! -name SHA256SUMS -print0 | xargs -0 sha256sum >SHA256SUMS'
  execFileSync('sh', ['-c', sums], { cwd: folder })
  return folder
}

function install(folder: string, ...options: string[]): { code: number | null; err: string } {
  const places = ['--no-systemd', '--prefix', prefix, '--data', data]
  const done = spawnSync('sh', [join(folder, 'install.sh'), ...places, ...options])
  return { code: done.status, err: done.stderr.toString() }
}

const current = (): string => readFileSync(join(prefix, 'current/VERSION'), 'utf8').trim()
const calls = (): string[] => readFileSync(log, 'utf8').trim().split('\n')

describe.skipIf(process.platform !== 'linux')('installing from an archive', () => {
  test('sets up an empty county or one from a folder, once', () => {
    const options = ['--code', '331199000000', '--name', '三谷县', '--name-en', 'Three Valleys']
    expect(install(archive('1.0.0'), ...options)).toMatchObject({ code: 0 })
    expect(current()).toBe('1.0.0')
    expect(readlinkSync(join(prefix, 'current'))).toBe('versions/1.0.0')
    expect(calls()).toEqual([
      '1.0.0 set-up --code 331199000000 --name 三谷县 --name-en Three Valleys --address http://127.0.0.1:8420',
    ])
  })

  test('begins with the example county where that is asked, and leaves no copy behind', () => {
    expect(install(archive('1.0.0'), '--demo', '--port', '9000').code).toBe(0)
    expect(calls()).toEqual([
      `1.0.0 set-up ${data}/begin/three-valleys --address http://127.0.0.1:9000`,
    ])
    expect(readdirSync(data)).toEqual(['store'])
  })

  test('does not begin without a county, and writes nothing then', () => {
    const { code, err } = install(archive('1.0.0'))
    expect(code).toBe(1)
    expect(err).toContain('--county')
    expect(existsSync(prefix)).toBe(false)
    expect(existsSync(data)).toBe(false)
  })

  test('refuses an archive for another machine, a damaged one, and odd places', () => {
    const wrong = archive('1.0.0', { target: 'linux-riscv' })
    expect(install(wrong, '--demo').err).toContain('linux-riscv')
    const damaged = archive('1.0.1')
    writeFileSync(join(damaged, 'bom.json'), 'changed')
    const { code, err } = install(damaged, '--demo')
    expect(code).toBe(1)
    expect(err).toContain('damaged')
    expect(install(archive('1.0.2'), '--demo', '--user', 'a;b').code).toBe(1)
    expect(install(archive('1.0.3'), '--demo', '--data', `${root}/a b`).code).toBe(1)
    expect(existsSync(prefix)).toBe(false)
  })

  test('says that it failed where the office cannot be set up, and can be run again', () => {
    const broken = archive('1.0.0', { script: '[ "$1" != set-up ]' })
    expect(install(broken, '--demo').code).toBe(1)
    expect(existsSync(join(data, 'begin'))).toBe(false)
    expect(install(archive('1.0.1'), '--demo').code).toBe(0)
    expect(calls().at(-1)).toMatch(/^1\.0\.1 set-up /)
  })
})

describe.skipIf(process.platform !== 'linux')('installing over what is there', () => {
  test('backs up with the old program before the new one takes its place, and keeps the old one', () => {
    install(archive('1.0.0'), '--demo')
    install(archive('1.1.0'))
    expect(install(archive('1.2.0')).code).toBe(0)
    expect(current()).toBe('1.2.0')
    const backups = calls().filter((call) => call.includes(' backup '))
    expect(backups).toHaveLength(2)
    expect(backups[1]).toMatch(
      /^1\.1\.0 backup .*-1\.1\.0-before-1\.2\.0\.backup --data .*\/data\/store$/,
    )
    expect(calls().filter((call) => call.includes('set-up'))).toHaveLength(1)
    expect(readdirSync(join(prefix, 'versions')).sort()).toEqual(['1.1.0', '1.2.0'])
  })

  test('replaces nothing where the backup fails', () => {
    install(archive('1.0.0', { script: '[ "$1" != backup ]' }), '--demo')
    const { code, err } = install(archive('1.1.0'))
    expect(code).toBe(1)
    expect(err).toContain('not replaced')
    expect(current()).toBe('1.0.0')
  })

  test('can be undone: the program goes, the data stay', () => {
    install(archive('1.0.0'), '--demo')
    const gone = spawnSync('sh', [join(prefix, 'current/uninstall.sh'), '--prefix', prefix])
    expect(gone.status).toBe(0)
    expect(gone.stdout.toString()).toContain(data)
    expect(existsSync(prefix)).toBe(false)
    expect(existsSync(join(data, 'store'))).toBe(true)
  })
})

describe('the service', () => {
  const unit = readFileSync(join(office, 'kuashan.service'), 'utf8')

  test('may write to its data only, and stops gracefully', () => {
    for (const line of [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'ProtectHome=yes',
      'PrivateTmp=yes',
      'ReadWritePaths=@DATA@',
      'CapabilityBoundingSet=',
      'Restart=on-failure',
      'KillMode=mixed',
      'User=@USER@',
    ])
      expect(unit.split('\n')).toContain(line)
    expect(unit).toMatch(/^TimeoutStopSec=\d{2,}$/m)
  })

  const analyse = '/usr/bin/systemd-analyze'
  test.skipIf(!existsSync(analyse))('is a unit that systemd understands', () => {
    const folder = join(root, 'unit')
    mkdirSync(join(folder, 'current'), { recursive: true })
    writeFileSync(join(folder, 'current/kuashan'), '#!/bin/sh\n')
    chmodSync(join(folder, 'current/kuashan'), 0o755)
    const facts: Record<string, string> = {
      PREFIX: folder,
      DATA: folder,
      USER: 'daemon',
      PORT: '8420',
      HOST: '127.0.0.1',
    }
    const filled = unit.replace(/@([A-Z]+)@/g, (whole, fact) => facts[fact] ?? whole)
    const file = join(folder, 'kuashan.service')
    writeFileSync(file, filled)
    const { status, stderr } = spawnSync(analyse, ['verify', '--man=no', file])
    expect({ status, said: stderr.toString() }).toEqual({ status: 0, said: '' })
  })
})
