import { spawn } from 'node:child_process'

/** Runs a program of `node_modules/.bin` (or any on the PATH) and gives its output and exit code. */
export function runTool(
  command: string,
  args: readonly string[],
  { live = false, env = {} }: { live?: boolean; env?: Record<string, string> } = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: live ? 'inherit' : 'pipe',
      env: { ...process.env, PATH: `node_modules/.bin:${process.env.PATH ?? ''}`, ...env },
    })
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
