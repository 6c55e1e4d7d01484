import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button } from 'antd'
import { useAnswer, useChange } from '../server/server.ts'
import { Trouble } from './trouble.tsx'
import { forgetWayBack, noteWayBack } from './way-back.ts'

interface ProviderButtonProps {
  county: () => string | undefined
  /** In a window beside this one, whose page stays as it is. */
  beside: boolean
}

/** Leaves for the provider in this window, and notes where to come back to. */
function leaveHere(address: string): void {
  const { pathname, search, hash } = window.location
  noteWayBack(`${pathname}${search}${hash}`)
  window.location.assign(address)
}

/** Opens the provider in a window beside; in this one where the browser lets none open. */
function leaveBeside(address: string): void {
  forgetWayBack()
  if (window.open(address, '_blank') === null) leaveHere(address)
}

/** Leaves for the sign-in provider; nothing where none is set up. */
export function ProviderButton({ county, beside }: ProviderButtonProps) {
  const say = useSay()
  const name = useAnswer(routes.session.provider, { params: {} }).data?.data.name
  const leave = useChange(routes.session.leave, [])
  if (!name) return null
  const go = (here: string) =>
    leave.mutate(
      { params: {}, body: { county: here } },
      { onSuccess: ({ data }) => (beside ? leaveBeside : leaveHere)(data.address) },
    )
  return (
    <>
      <Button
        size="large"
        block
        loading={leave.isPending}
        style={{ marginBlockEnd: 16 }}
        onClick={() => {
          const here = county()
          if (here) go(here)
        }}
      >
        {say({ zh: '用{name}登录', en: 'Sign in with {name}' }, { name })}
      </Button>
      {leave.error && <Trouble error={leave.error} />}
    </>
  )
}
