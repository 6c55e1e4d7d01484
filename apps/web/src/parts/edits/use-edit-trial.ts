import type { EditsTried } from '@kuashan/contract/plan-edits.ts'
import { routes } from '@kuashan/contract/routes.ts'
import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import { useQuery } from '@tanstack/react-query'
import { callServer, useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'

/** The draft that is edited, at the version its editor sees. */
export interface Edited {
  plan: string
  version: string
}

export interface EditTrial {
  /** What the edits would do; null while nothing was asked or it is being worked out. */
  tried: EditsTried | null
  isTrying: boolean
  isSaving: boolean
  error: Error | null
  /** Saves what was tried. */
  keep: () => void
}

/** Tries edits as soon as they are known; the checker answers before anything is saved. Null: nothing is asked yet. */
export function useEditTrial(
  { plan, version }: Edited,
  edits: readonly PlanEdit[] | null,
  onKept: () => void,
): EditTrial {
  const params = { county: useCounty(), plan }
  const save = useChange(routes.planEdits.edit, ['plans', 'planEdits', 'planDifferences'])
  const asked = edits && edits.length > 0 ? [...edits] : null
  const trial = useQuery({
    queryKey: ['planEdits.trial', plan, version, asked],
    queryFn: () => callServer(routes.planEdits.try, { params, body: { edits: asked ?? [] } }),
    enabled: asked !== null,
  })
  const keep = () =>
    asked &&
    save
      .mutateAsync({ params, version, body: { edits: asked, note: '' } })
      .then(onKept)
      .catch(() => undefined)
  return {
    tried: asked && trial.data ? trial.data.data : null,
    isTrying: trial.isFetching,
    isSaving: save.isPending,
    error: save.error ?? (asked ? trial.error : null),
    keep,
  }
}
