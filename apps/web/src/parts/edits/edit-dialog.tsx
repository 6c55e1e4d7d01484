import type { Words } from '@kuashan/core/words/language.ts'
import type { ReactNode } from 'react'
import type { Known } from '../../server/names.ts'
import { SaveDialog } from '../../shell/save-dialog.tsx'
import { TrialEffect } from './trial-effect.tsx'
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
  ok,
  cancel = { zh: '不改', en: 'Leave it' },
  children,
}: EditDialogProps) {
  return (
    <SaveDialog
      width={760}
      title={title}
      {...(ok && { ok })}
      cancel={cancel}
      isWhole={trial.tried !== null}
      isSaving={trial.isSaving}
      onSave={trial.keep}
      onClose={onClose}
    >
      {children}
      <TrialEffect trial={trial} known={known} />
    </SaveDialog>
  )
}
