import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

/** One row of a register while it is edited, from `first` on; `write` keeps it on the server. */
export function useEntry<Entry extends object>(
  first: Entry,
  write: (entry: Entry) => Promise<unknown>,
  onKept: () => void,
) {
  const [entry, setEntry] = useState(first)
  const keeping = useMutation({ mutationFn: () => write(entry), onSuccess: onKept })
  return {
    entry,
    put: (some: Partial<Entry>) => setEntry({ ...entry, ...some }),
    /** What the dialog over it needs. */
    saving: {
      isSaving: keeping.isPending,
      error: keeping.error,
      onSave: () => keeping.mutate(),
    },
  }
}
