import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Trouble } from '../../../shell/trouble.tsx'
import { Field } from '../field.tsx'

interface SayFormProps {
  label: Words
  button: Words
  busy: boolean
  error: Error | null
  onSay: (text: string) => Promise<unknown>
  /** Further fields above the text. */
  children?: ReactNode
}

/** A text to be sent, kept until it has arrived. */
export function SayForm({ label, button, busy, error, onSay, children }: SayFormProps) {
  const say = useSay()
  const [text, setText] = useState('')
  const send = () =>
    onSay(text.trim())
      .then(() => setText(''))
      .catch(() => undefined)
  return (
    <Flex vertical gap={8} align="start" style={{ maxWidth: 720 }}>
      {children}
      <Field label={say(label)}>
        {(field) => (
          <Input.TextArea
            id={field}
            rows={2}
            style={{ width: 640, maxWidth: '100%' }}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {error && <Trouble error={error} />}
      <Button loading={busy} disabled={text.trim() === ''} onClick={send}>
        {say(button)}
      </Button>
    </Flex>
  )
}
