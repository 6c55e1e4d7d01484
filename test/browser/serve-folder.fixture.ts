import { createServer, type Server } from 'node:http'
import sirv from 'sirv'

/** Serves a folder of pages as strictly as a county’s own web server would: its own styles, nothing else. */
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
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
