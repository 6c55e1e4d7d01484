import { type ReactNode, useId } from 'react'

interface FieldProps {
  label: string
  /** The control; it takes the id that the label points at. */
  children: (id: string) => ReactNode
}

/** A control under its label. */
export function Field({ label, children }: FieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} style={{ display: 'block' }}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}
