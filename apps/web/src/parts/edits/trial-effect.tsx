import { Spin } from 'antd'
import type { Known } from '../../server/names.ts'
import { Trouble } from '../../shell/trouble.tsx'
import { EditEffect } from './edit-effect.tsx'
import type { EditTrial } from './use-edit-trial.ts'

/** What edits that are being tried would do, as soon as it is known. */
export const TrialEffect = ({ trial, known }: { trial: EditTrial; known: Known }) => (
  <div aria-live="polite">
    {trial.isTrying && <Spin />}
    {trial.tried && <EditEffect tried={trial.tried} names={known.names} />}
    {trial.error && <Trouble error={trial.error} />}
  </div>
)
