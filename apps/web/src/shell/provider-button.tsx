import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button } from 'antd'
import { useAnswer, useChange } from '../server/server.ts'
import { Trouble } from './trouble.tsx'

/** Leaves for the sign-in provider; nothing where none is set up. */
export function ProviderButton({ county }: { county: () => string | undefined }) {
  const say = useSay()
  const name = useAnswer(routes.session.provider, { params: {} }).data?.data.name
  const leave = useChange(routes.session.leave, [])
  if (!name) return null
  const go = (here: string) =>
    leave.mutate(
      { params: {}, body: { county: here } },
      { onSuccess: ({ data }) => window.location.assign(data.address) },
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
