import type { SaidFinding } from '@kuashan/contract/problem.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Flex } from 'antd'
import { useId } from 'react'
import { FindingTable } from '../../shell/finding-table.tsx'
import { Trouble } from '../../shell/trouble.tsx'

interface ImportTableProps {
  /** What may be brought in, with the headings that are known. */
  label: string
  isPending: boolean
  error: Error | null
  /** What came of it; undefined before anything was sent. */
  done: { kept: boolean; findings: SaidFinding[] } | undefined
  /** Said where it was kept. */
  kept: string
  onSend: (form: FormData) => void
}

/** Brings a table in. With errors nothing is kept. */
export function ImportTable({ label, isPending, error, done, kept, onSend }: ImportTableProps) {
  const say = useSay()
  const id = useId()
  const send = (file: File | undefined) => {
    if (!file) return
    const form = new FormData()
    form.append('files', file)
    onSend(form)
  }
  return (
    <Flex vertical gap={8}>
      <Flex gap={12} align="center" wrap>
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.xlsx"
          disabled={isPending}
          onChange={({ target }) => {
            send(target.files?.[0])
            target.value = ''
          }}
        />
      </Flex>
      {error && <Trouble error={error} />}
      {done && (
        <Alert
          type={done.kept ? 'success' : 'error'}
          showIcon
          role="status"
          title={
            done.kept
              ? kept
              : say({
                  zh: '表里有错误，什么都没有导入。改正后再导入。',
                  en: 'The table has errors: nothing was imported. Correct it and import it again.',
                })
          }
        />
      )}
      {done && done.findings.length > 0 && <FindingTable findings={done.findings} />}
    </Flex>
  )
}
