import { routes } from '@kuashan/contract/routes.ts'
import type { ScenarioView } from '@kuashan/contract/scenarios.ts'
import type { Change } from '@kuashan/core/plan/change.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Input, Typography } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AddChange } from '../../parts/changes/add-change.tsx'
import { scenarioForms } from '../../parts/changes/change-kinds.ts'
import { ChangeList } from '../../parts/changes/change-list.tsx'
import type { Known } from '../../server/names.ts'
import { useChange } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Field } from '../../shell/field.tsx'
import { Trouble } from '../../shell/trouble.tsx'

interface ScenarioEditorProps {
  /** Null for one that is not there yet; `tag` is the version being changed. */
  saved: (ScenarioView & { tag: string }) | null
  known: Known
}

const closedBy = (changes: readonly Change[]): string[] =>
  changes.flatMap((change) => (change.do === 'close-road' ? [change.way] : []))

/** Name and changes of a scenario. Every change is saved at once, with what the data say of it; the last can be undone. */
export function ScenarioEditor({ saved, known }: ScenarioEditorProps) {
  const say = useSay()
  const county = useCounty()
  const navigate = useNavigate()
  const mayCreate = useMay(routes.scenarios.create)
  const create = useChange(routes.scenarios.create, ['scenarios'])
  const save = useChange(routes.scenarios.save, ['scenarios'])
  const [name, setName] = useState(saved?.name ?? say({ zh: '新情景', en: 'New scenario' }))
  const [before, setBefore] = useState<Change[][]>([])
  const changes = saved?.changes ?? []
  const put = (next: Change[], nextName = name) =>
    saved
      ? save.mutateAsync({
          params: { county, scenario: saved.id },
          body: { name: nextName, changes: next },
          version: saved.tag,
        })
      : create
          .mutateAsync({ params: { county }, body: { name: nextName, changes: next } })
          .then(({ data }) => navigate(`/scenarios/${data.id}`, { replace: true }))
  const change = (next: Change[]) =>
    Promise.resolve(put(next))
      .then(() => setBefore([...before, changes]))
      .catch(() => undefined)
  const last = before.at(-1)
  const undo = () =>
    last &&
    last.length > 0 &&
    Promise.resolve(put(last))
      .then(() => setBefore(before.slice(0, -1)))
      .catch(() => undefined)
  const busy = create.isPending || save.isPending
  const failed = create.error ?? save.error
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="end">
        <Field label={say({ zh: '名称', en: 'Name' })}>
          {(id) => (
            <Input
              id={id}
              style={{ width: 360 }}
              maxLength={200}
              value={name}
              readOnly={!mayCreate}
              onChange={({ target }) => setName(target.value)}
              onBlur={() =>
                saved &&
                name.trim() !== '' &&
                name !== saved.name &&
                Promise.resolve(put([...changes], name)).catch(() => undefined)
              }
            />
          )}
        </Field>
        <Typography.Text type="secondary" aria-live="polite">
          {busy
            ? say({ zh: '正在保存…', en: 'Saving…' })
            : saved
              ? say({ zh: '已保存', en: 'Saved' })
              : say({ zh: '加上第一项改动时保存', en: 'Saved with the first change' })}
        </Typography.Text>
        {last && last.length > 0 && (
          <Button onClick={undo}>{say({ zh: '撤销上一步', en: 'Undo' })}</Button>
        )}
      </Flex>
      <ChangeList
        changes={changes}
        findings={saved?.findings ?? []}
        known={known}
        {...(mayCreate && changes.length > 1
          ? { onRemove: (at: number) => change(changes.filter((_, k) => k !== at)) }
          : {})}
      />
      {mayCreate && (
        <AddChange
          forms={scenarioForms}
          known={known}
          busy={busy}
          closed={closedBy(changes)}
          onAdd={(added) => change([...changes, added])}
        />
      )}
      {failed && <Trouble error={failed} />}
    </Flex>
  )
}
