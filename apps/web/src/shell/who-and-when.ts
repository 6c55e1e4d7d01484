import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { useAnswer } from '../server/server.ts'
import { useCounty } from './county.tsx'

/** Who an account is: a colleague by name; by the end of its id only where the name is not there (yet). */
export function useWho(): (account: string) => string {
  const say = useSay()
  const me = useAnswer(routes.session.me, { params: {} }).data?.data
  const county = useCounty()
  const names = useAnswer(routes.accounts.names, { params: { county } }).data?.data
  return (account) =>
    account === me?.account
      ? say({ zh: '{name}（我）', en: '{name} (me)' }, { name: me.name })
      : (names?.find(({ id }) => id === account)?.name ??
        say({ zh: '用户 {id}', en: 'account {id}' }, { id: account.slice(-6) }))
}

const two = (n: number): string => String(n).padStart(2, '0')

/** An instant by the clock on the wall: `2026-11-27 18:05`. */
export function whenText(instant: string): string {
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
