import { routes } from '@kuashan/contract/routes.ts'
import type { ReportAsk } from '@kuashan/core/figures/report.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { Trouble } from '../../../shell/trouble.tsx'

/** A report that was saved, as the page holds it. */
export interface Opened {
  id: string
  name: string
  /** What its next save goes upon. */
  etag: string
}

interface SaveReportProps {
  ask: ReportAsk | null
  opened: Opened | null
  onSaved: (id: string | null) => void
}

/** Keeps the definition under a name: a new one, or a new version of the one that is open. */
export function SaveReport({ ask, opened, onSaved }: SaveReportProps) {
  const say = useSay()
  const county = useCounty()
  const may = useMay(routes.reports.create)
  const [name, setName] = useState(opened?.name ?? '')
  const create = useChange(routes.reports.create, ['reports'])
  const save = useChange(routes.reports.save, ['reports'])
  const drop = useChange(routes.reports.drop, ['reports'])
  if (!may) return null
  const error = create.error ?? save.error ?? drop.error
  const body = ask && name.trim() ? { name: name.trim(), ask } : null
  const keepNew = () =>
    body &&
    create.mutate({ params: { county }, body }, { onSuccess: ({ data }) => onSaved(data.id) })
  return (
    <>
      <Flex gap={8} wrap align="center" className="no-print">
        <Input
          style={{ width: 240 }}
          maxLength={200}
          value={name}
          aria-label={say({ zh: '报表名称', en: 'Name of the report' })}
          placeholder={say({ zh: '给报表起个名字', en: 'Give the report a name' })}
          onChange={(event) => setName(event.target.value)}
        />
        {opened && (
          <Button
            type="primary"
            disabled={!body}
            loading={save.isPending}
            onClick={() =>
              body &&
              save.mutate(
                { params: { county, report: opened.id }, version: opened.etag, body },
                { onSuccess: () => onSaved(opened.id) },
              )
            }
          >
            {say({ zh: '保存', en: 'Save' })}
          </Button>
        )}
        <Button disabled={!body} loading={create.isPending} onClick={keepNew}>
          {opened
            ? say({ zh: '另存一份', en: 'Save as another' })
            : say({ zh: '保存这份报表', en: 'Save this report' })}
        </Button>
        {opened && (
          <Popconfirm
            title={say({
              zh: '删除这份报表？以前的版本仍在库里。',
              en: 'Take this report off the list?',
            })}
            okText={say({ zh: '删除', en: 'Delete' })}
            cancelText={say({ zh: '不删', en: 'Keep' })}
            onConfirm={() =>
              drop.mutate(
                { params: { county, report: opened.id }, version: opened.etag },
                { onSuccess: () => onSaved(null) },
              )
            }
          >
            <Button loading={drop.isPending}>{say({ zh: '删除', en: 'Delete' })}</Button>
          </Popconfirm>
        )}
      </Flex>
      {error && <Trouble error={error} />}
    </>
  )
}
