import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../apps/cli/src/main.ts', import.meta.url))

/** Runs the command line as a user would, piped, in English; for a running server see `signalWhen`. */
export function kuashan(
  args: readonly string[],
  options: { env?: Record<string, string>; signalWhen?: RegExp } = {},
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], {
      env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', ...options.env },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
      if (options.signalWhen?.test(out)) child.kill('SIGINT')
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
