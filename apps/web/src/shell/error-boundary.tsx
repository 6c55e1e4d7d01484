import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'

/** Catches a mistake of the program on one page, so that the others stay usable. Give it a `key` for each page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override render() {
    return this.state.failed ? <PageFailed /> : this.props.children
  }
}

function PageFailed() {
  const say = useSay()
  return (
    <Result
      status="error"
      title={say({ zh: '这一页出错了', en: 'This page ran into a mistake' })}
      subTitle={say({
        zh: '这是程序的错误，不是您的。已保存的内容都在。请重新打开；如果还是这样，请告诉管理员您刚才做了什么。',
        en: 'It is a mistake of the program, not yours. All that was saved is safe. Open the page again; if it comes back, tell the administrator what you were doing.',
      })}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {say({ zh: '重新打开', en: 'Open again' })}
        </Button>
      }
    />
  )
}
