import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Typography } from 'antd'

interface OneTimeLinkProps {
  name: string
  token: string
  onClose: () => void
}

/** The link that sets a password, shown this once: the server keeps only its hash. */
export function OneTimeLink({ name, token, onClose }: OneTimeLinkProps) {
  const say = useSay()
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      closable={{ onClose, 'aria-label': say({ zh: '关闭', en: 'Close' }) }}
      title={say(
        {
          zh: '{name}的一次性链接，只显示这一次。请当面或用可靠的方式交给本人。',
          en: 'One-time link of {name}, shown only now. Hand it over in person or by a safe way.',
        },
        { name },
      )}
      description={
        <Typography.Text copyable code style={{ wordBreak: 'break-all' }}>
          {`${window.location.origin}/link#${token}`}
        </Typography.Text>
      }
    />
  )
}
