import { routes } from '@kuashan/contract/routes.ts'
import type { PolicyText } from '@kuashan/core/plan/policy-text.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Table, Typography } from 'antd'
import { useState } from 'react'
import { useAnswer, useChange } from '../../../server/server.ts'
import { useCounty, useMay } from '../../../shell/county.tsx'
import { DayField } from '../../../shell/day-field.tsx'
import { paged } from '../../../shell/paged.ts'
import { TextField } from '../../../shell/text-field.tsx'
import { today } from '../../../shell/today.ts'
import { Trouble } from '../../../shell/trouble.tsx'
import { freeId } from '../free-id.ts'

/** The register of policy texts: what standards cite, so that each can be found in the archive. */
export function PolicyTexts() {
  const say = useSay()
  const county = useCounty()
  const mayChange = useMay(routes.policies.setTexts)
  const asked = useAnswer(routes.policies.texts, { params: { county } })
  const set = useChange(routes.policies.setTexts, ['policies'])
  if (asked.error) return <Trouble error={asked.error} onRetry={() => asked.refetch()} />
  const texts = asked.data?.data ?? []
  const put = (body: PolicyText[]) =>
    set.mutateAsync({ params: { county }, body, version: asked.data?.version ?? '' })
  return (
    <Flex vertical gap={12}>
      <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
        {say({ zh: '政策文件', en: 'Policy texts' })}
      </Typography.Title>
      <Table<PolicyText>
        size="small"
        rowKey="id"
        loading={asked.isPending}
        dataSource={texts}
        pagination={paged(20)}
        locale={{ emptyText: say({ zh: '还没有登记', en: 'None entered yet' }) }}
        columns={[
          {
            title: say({ zh: '标题', en: 'Title' }),
            render: (_, { title }) => <span lang="zh">{title}</span>,
          },
          {
            title: say({ zh: '文号', en: 'Number' }),
            render: (_, { number }) => <span lang="zh">{number}</span>,
          },
          {
            title: say({ zh: '条款', en: 'Article' }),
            render: (_, { article }) => <span lang="zh">{article}</span>,
          },
          { title: say({ zh: '日期', en: 'Date' }), dataIndex: 'date' },
          ...(mayChange
            ? [
                {
                  title: say({ zh: '操作', en: 'Actions' }),
                  render: (_: unknown, text: PolicyText) => (
                    <Button
                      size="small"
                      loading={set.isPending}
                      onClick={() =>
                        put(texts.filter(({ id }) => id !== text.id)).catch(() => undefined)
                      }
                    >
                      {say({ zh: '去掉', en: 'Take away' })}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayChange && asked.data && (
        <AddText busy={set.isPending} onAdd={(text) => put([...texts, text])} texts={texts} />
      )}
      {set.error && <Trouble error={set.error} />}
    </Flex>
  )
}

interface AddTextProps {
  texts: readonly PolicyText[]
  busy: boolean
  onAdd: (text: PolicyText) => Promise<unknown>
}

function AddText({ texts, busy, onAdd }: AddTextProps) {
  const say = useSay()
  const empty = { title: '', number: '', article: '', date: today() }
  const [edited, setEdited] = useState(empty)
  const field = (key: 'title' | 'number' | 'article', label: string, width: number) => (
    <TextField
      label={label}
      width={width}
      most={key === 'title' ? 300 : 100}
      value={edited[key]}
      onChange={(text) => setEdited({ ...edited, [key]: text })}
    />
  )
  const add = () =>
    onAdd({ ...edited, id: freeId('P', texts), issuedBy: '', date: edited.date })
      .then(() => setEdited(empty))
      .catch(() => undefined)
  return (
    <Flex gap={12} wrap align="end">
      {field('title', say({ zh: '文件标题', en: 'Title of the text' }), 320)}
      {field('number', say({ zh: '文号（可不填）', en: 'Number (may stay empty)' }), 200)}
      {field('article', say({ zh: '条款（可不填）', en: 'Article (may stay empty)' }), 160)}
      <DayField
        label={say({ zh: '发布日期', en: 'Issued on' })}
        value={edited.date}
        onChange={(date) => date && setEdited({ ...edited, date })}
      />
      <Button loading={busy} disabled={edited.title.trim() === ''} onClick={add}>
        {say({ zh: '登记文件', en: 'Enter the text' })}
      </Button>
    </Flex>
  )
}
