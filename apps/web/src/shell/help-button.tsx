import { QuestionOutlined } from '@ant-design/icons'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Drawer } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'

const HelpForPage = lazy(() => import('../pages/help/help-for-page.tsx'))

/** Opens the part of the help that is about this page. */
export function HelpButton({ path, name }: { path: string; name: string }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        className="no-print"
        size="small"
        shape="circle"
        icon={<QuestionOutlined />}
        aria-label={say({ zh: '本页帮助', en: 'Help for this page' })}
        onClick={() => setOpen(true)}
      />
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={say({ zh: '帮助：{name}', en: 'Help: {name}' }, { name })}
        footer={
          <Link to="/help" onClick={() => setOpen(false)}>
            {say({ zh: '全部帮助', en: 'All of the help' })}
          </Link>
        }
      >
        <Suspense>{open && <HelpForPage path={path} />}</Suspense>
      </Drawer>
    </>
  )
}
