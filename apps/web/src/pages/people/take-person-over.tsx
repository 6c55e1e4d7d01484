import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Card, Flex, Typography } from 'antd'
import { useId, useState } from 'react'
import { useAnswer, useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { Field } from '../../shell/field.tsx'
import { useOwnName } from '../../shell/own-name.ts'
import { SearchSelect } from '../../shell/search-select.tsx'
import { Trouble } from '../../shell/trouble.tsx'

/** Takes somebody over who has moved here, from the file of the county they come from. */
export function TakePersonOver() {
  const say = useSay()
  const id = useId()
  const county = useCounty()
  const own = useOwnName()
  const places = useAnswer(routes.territory.places, { params: { county } })
  const [text, setText] = useState<string | null>(null)
  const [village, setVillage] = useState<string | null>(null)
  const [isNoJson, setNoJson] = useState(false)
  const take = useChange(routes.personFiles.import, [])
  const send = () => {
    setNoJson(false)
    try {
      const file = JSON.parse(text!) as Record<string, unknown>
      const why = say({ zh: '接收迁入居民', en: 'somebody has moved here' })
      take.mutate({
        params: { county },
        body: { file, division: village!, settlement: null },
        why,
      })
    } catch {
      setNoJson(true)
    }
  }
  return (
    <Card size="small" title={say({ zh: '接收迁入居民', en: 'Take somebody over who moved here' })}>
      <Flex vertical gap={12}>
        <Typography.Text type="secondary">
          {say({
            zh: '选对方县导出的档案文件，旧版本的也可以；再选现在住的村。以前住过的地方会一起留下。',
            en: 'Choose the file that the other county exported, also of an older version, and the village where they live now. Earlier places stay with the person.',
          })}
        </Typography.Text>
        <Flex gap={12} align="end" wrap>
          <div>
            <label htmlFor={id} style={{ display: 'block' }}>
              {say({ zh: '档案文件', en: 'File of the person' })}
            </label>
            <input
              id={id}
              type="file"
              accept=".json"
              onChange={async ({ target }) => {
                take.reset()
                setText((await target.files?.[0]?.text()) ?? null)
              }}
            />
          </div>
          <Field label={say({ zh: '现在住的村', en: 'Village where they live now' })}>
            {(field) => (
              <SearchSelect
                id={field}
                style={{ width: 240 }}
                value={village}
                onChange={setVillage}
                options={(places.data?.data.divisions ?? [])
                  .filter(({ level }) => level === 'village')
                  .map((division) => ({ value: division.code, label: own(division) }))}
              />
            )}
          </Field>
          <Button disabled={!text || !village} loading={take.isPending} onClick={send}>
            {say({ zh: '接收', en: 'Take over' })}
          </Button>
        </Flex>
        {isNoJson && (
          <Alert
            type="error"
            showIcon
            title={say({ zh: '这不是档案文件', en: 'This is no file of a person' })}
          />
        )}
        {take.error && <Trouble error={take.error} />}
        {take.data && (
          <Alert
            type="success"
            showIcon
            title={say({
              zh: '已接收，可以在上面按姓名查到',
              en: 'Taken over: found by name above',
            })}
          />
        )}
      </Flex>
    </Card>
  )
}
