import { readdir, readFile, readlink } from 'node:fs/promises'

/** The process that listens on a TCP port, as `name (pid N)`; undefined where the system doesn't tell. Linux only. */
export async function portHolder(port: number): Promise<string | undefined> {
  const inode = await listeningInode(port)
  if (inode === undefined) return undefined
  for (const pid of (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => [])
    for (const descriptor of descriptors) {
      const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '')
      if (target !== `socket:[${inode}]`) continue
      const name = (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '?')).trim()
      return `${name} (pid ${pid})`
    }
  }
  return undefined
}

async function listeningInode(port: number): Promise<string | undefined> {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const lines = (await readFile(table, 'utf8').catch(() => '')).split('\n').slice(1)
    for (const line of lines) {
      const fields = line.trim().split(/\s+/)
      if (fields[1]?.endsWith(`:${wanted}`) && fields[3] === '0A') return fields[9]
    }
  }
  return undefined
}
