import type { Words } from '@kuashan/core/words/language.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Input, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useDraft } from './draft.ts'
import { Field } from './field.tsx'
import { Trouble } from './trouble.tsx'

interface SayFormProps {
  /** What the text is kept by until it is sent. */
  draft: string
  label: Words
  button: Words
  busy: boolean
  error: Error | null
  onSay: (text: string) => Promise<unknown>
  /** What is missing besides the text, in words: until then nothing is sent. */
  lacks?: readonly string[]
  /** Further fields above the text. */
  children?: ReactNode
}

/** A text to be sent, kept until it has arrived. */
export function SayForm(form: SayFormProps) {
  const { draft, label, button, busy, error, onSay, lacks = [], children } = form
  const say = useSay()
  const [text, setText, clear] = useDraft(draft, '')
  const send = () =>
    onSay(text.trim())
      .then(clear)
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
      <Flex gap={12} align="center">
        <Button loading={busy} disabled={text.trim() === '' || lacks.length > 0} onClick={send}>
          {say(button)}
        </Button>
        {lacks.length > 0 && (
          <Typography.Text type="secondary">
            {say({ zh: '还差：', en: 'Still missing: ' })}
            {lacks.join(say({ zh: '、', en: '; ' }))}
          </Typography.Text>
        )}
        {text !== '' && lacks.length === 0 && (
          <Typography.Text type="secondary">
            {say({
              zh: '还没有发出；离开这一页，写的也会留着',
              en: 'Not sent yet; it is kept when you leave the page',
            })}
          </Typography.Text>
        )}
      </Flex>
    </Flex>
  )
}
