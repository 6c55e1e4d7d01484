import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Modal } from 'antd'
import type { ReactNode } from 'react'
import { Trouble } from './trouble.tsx'

interface SaveDialogProps {
  title: string
  width?: number
  ok?: Words
  cancel?: Words
  /** Whether all is there that is to be saved. */
  isWhole?: boolean
  isSaving: boolean
  /** What went wrong, where its entries do not show it. */
  error?: Error | null
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** A dialog whose entries are saved or left: it stays open with what went wrong until they are kept. */
export function SaveDialog({
  title,
  width = 520,
  ok = { zh: '保存', en: 'Save' },
  cancel = { zh: '取消', en: 'Cancel' },
  isWhole = true,
  isSaving,
  error = null,
  onSave,
  onClose,
  children,
}: SaveDialogProps) {
  const say = useSay()
  return (
    <Modal
      open
      width={width}
      title={title}
      okText={say(ok)}
      cancelText={say(cancel)}
      closable={{ 'aria-label': say({ zh: '关闭', en: 'Close' }) }}
      okButtonProps={{ disabled: !isWhole }}
      confirmLoading={isSaving}
      onOk={onSave}
      onCancel={onClose}
    >
      <Flex vertical gap={12}>
        {children}
        {error && <Trouble error={error} />}
      </Flex>
    </Modal>
  )
}
