import { portHolder } from './port-holder.ts'
import { UsageError } from './usage-error.ts'

/** Listens on one address of this machine; a busy port is a usage error that says who holds it. */
export async function listenHere(
  app: { listen(at: { port: number; host: string }): Promise<string> },
  port: number,
  host = '127.0.0.1',
): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    const holder = await portHolder(port)
    throw new UsageError({
      zh: `端口 ${port} 正被${holder ? ` ${holder} ` : '别的程序'}占用。先停掉它，或用 --port 换一个。`,
      en: `Port ${port} is held by ${holder ?? 'another program'}. Stop it, or choose another with --port.`,
    })
  }
}
