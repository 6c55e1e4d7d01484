import { createServer, type Server } from 'node:http'
import sirv from 'sirv'
import { portHolder } from './port-holder.ts'
import { UsageError } from './usage-error.ts'

/**
 * Serves the files a folder holds now on the loopback address; dot files and all outside it stay unseen. Resolves once listening; a busy port is a usage error that says who holds it.
 * Nothing on the page may call out: the policy allows its own styles only.
 */
export function serveFolder(folder: string, port: number): Promise<Server> {
  const files = sirv(folder, { dotfiles: false, etag: true, extensions: ['html'] })
  const server = createServer((request, response) => {
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:",
    )
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    files(request, response, () => {
      response.statusCode = 404
      response.setHeader('Content-Type', 'text/plain; charset=utf-8')
      response.end('没有这个页面 / There is no such page\n')
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error)
      const holder = await portHolder(port)
      reject(
        new UsageError({
          zh: `端口 ${port} 正被${holder ? ` ${holder} ` : '别的程序'}占用。先停掉它，或用 --port 换一个。`,
          en: `Port ${port} is held by ${holder ?? 'another program'}. Stop it, or choose another with --port.`,
        }),
      )
    })
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
