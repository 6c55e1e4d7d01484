import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Flex, Modal, Spin } from 'antd'
import type { ReactNode } from 'react'
import type { Known } from '../../server/names.ts'
import { Trouble } from '../../shell/trouble.tsx'
import { EditEffect } from './edit-effect.tsx'
import type { EditTrial } from './use-edit-trial.ts'

interface EditDialogProps {
  title: string
  trial: EditTrial
  known: Known
  onClose: () => void
  ok?: Words
  cancel?: Words
  /** What is chosen in it. */
  children?: ReactNode
}

/** A dialog over edits that are being tried: what they would do stands below, and is saved only then. */
export function EditDialog({
  title,
  trial,
  known,
  onClose,
  ok = { zh: '保存', en: 'Save' },
  cancel = { zh: '不改', en: 'Leave it' },
  children,
}: EditDialogProps) {
  const say = useSay()
  return (
    <Modal
      open
      width={760}
      title={title}
      okText={say(ok)}
      cancelText={say(cancel)}
      okButtonProps={{ disabled: !trial.tried }}
      confirmLoading={trial.isSaving}
      onOk={trial.keep}
      onCancel={onClose}
    >
      <Flex vertical gap={12}>
        {children}
        <div aria-live="polite">
          {trial.isTrying && <Spin />}
          {trial.tried && <EditEffect tried={trial.tried} names={known.names} />}
          {trial.error && <Trouble error={trial.error} />}
        </div>
      </Flex>
    </Modal>
  )
}
