import type { ResourceLine } from '@kuashan/contract/pool.ts'
import { routes } from '@kuashan/contract/routes.ts'
import {
  Reach,
  ResourceKind,
  SharedResource,
} from '@kuashan/core/resources/pool/shared-resource.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { useOptionSearch } from '@kuashan/ui/search/use-find.ts'
import { AutoComplete, Flex, InputNumber, Select } from 'antd'
import type { Known } from '../../../server/names.ts'
import { useChange } from '../../../server/server.ts'
import { useCounty } from '../../../shell/county.tsx'
import { Field } from '../../../shell/field.tsx'
import { SaveDialog } from '../../../shell/save-dialog.tsx'
import { SearchSelect } from '../../../shell/search-select.tsx'
import { TextField } from '../../../shell/text-field.tsx'
import { useEntry } from '../use-entry.ts'
import { WeekHoursField } from '../week-hours-field.tsx'
import { PlaceField } from './place-field.tsx'
import { kindWords, reachWords } from './pool-words.ts'
import { SkillsField } from './skills-field.tsx'

interface EditResourceProps {
  /** Null for a new one. */
  line: ResourceLine | null
  /** Units that own something already. */
  owners: readonly string[]
  known: Known
  onClose: () => void
}

const empty: SharedResource = {
  kind: 'device',
  name: '',
  owner: '',
  place: '',
  skills: [],
  hours: [],
  reach: 'county',
  pricePerHourFen: 0,
  noticeDays: 1,
}

const entryOf = ({ id: _, version: __, ...entry }: ResourceLine): SharedResource => entry

/** What a resource is, whose, when it is free, and on what terms it is lent. */
export function EditResource({ line, owners, known, onClose }: EditResourceProps) {
  const say = useSay()
  const county = useCounty()
  const search = useOptionSearch()
  const enter = useChange(routes.pool.enter, ['pool'])
  const save = useChange(routes.pool.save, ['pool'])
  const { entry, put, saving } = useEntry<SharedResource>(
    line ? entryOf(line) : empty,
    (body) =>
      line
        ? save.mutateAsync({
            params: { county, resource: line.id },
            body,
            version: String(line.version),
          })
        : enter.mutateAsync({ params: { county }, body }),
    onClose,
  )
  const units = new Set([
    ...owners,
    ...known.territory.facilities.map(({ id }) => known.names.facility(id)),
  ])
  return (
    <SaveDialog
      width={760}
      title={
        line
          ? say({ zh: '改：{name}', en: 'Edit {name}' }, { name: line.name })
          : say({ zh: '登记一项共享资源', en: 'Enter a shared resource' })
      }
      isWhole={SharedResource.safeParse(entry).success}
      {...saving}
      onClose={onClose}
    >
      <Flex gap={12} wrap>
        <Field label={say({ zh: '类别', en: 'Kind' })}>
          {(id) => (
            <Select
              id={id}
              style={{ width: 150 }}
              value={entry.kind}
              options={ResourceKind.options.map((value) => ({
                value,
                label: say(kindWords[value]),
              }))}
              onChange={(kind) => put({ kind })}
            />
          )}
        </Field>
        <TextField
          label={say({ zh: '名称', en: 'Name' })}
          width={240}
          most={200}
          value={entry.name}
          onChange={(name) => put({ name })}
        />
        <Field label={say({ zh: '归哪个单位', en: 'Owner' })}>
          {(id) => (
            <AutoComplete
              id={id}
              style={{ width: 240 }}
              value={entry.owner}
              options={[...units].map((value) => ({ value, label: value }))}
              showSearch={search}
              onChange={(owner) => put({ owner })}
            />
          )}
        </Field>
      </Flex>
      <PlaceField
        label={say({ zh: '在哪里', en: 'Where it is' })}
        value={entry.place}
        known={known}
        onChange={(place) => put({ place })}
      />
      <SkillsField
        label={say({ zh: '技能、配置（逐个输入，回车）', en: 'Skills, kit (each with Enter)' })}
        width="100%"
        value={entry.skills}
        onChange={(skills) => put({ skills })}
      />
      <WeekHoursField
        label={say({ zh: '空闲时间', en: 'Free hours' })}
        value={entry.hours}
        onChange={(hours) => put({ hours })}
      />
      <Flex gap={12} wrap>
        <Field label={say({ zh: '借到哪里', en: 'Lent how far' })}>
          {(id) => (
            <SearchSelect<Reach>
              id={id}
              style={{ width: 280 }}
              value={entry.reach}
              options={Reach.options.map((value) => ({ value, label: say(reachWords[value]) }))}
              onChange={(reach) => put({ reach })}
            />
          )}
        </Field>
        <Field label={say({ zh: '每小时多少元', en: 'Yuan an hour' })}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={100_000}
              value={entry.pricePerHourFen / 100}
              onChange={(yuan) => put({ pricePerHourFen: Math.round((yuan ?? 0) * 100) })}
            />
          )}
        </Field>
        <Field label={say({ zh: '要提前几天', en: 'Days ahead' })}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={365}
              precision={0}
              value={entry.noticeDays}
              onChange={(days) => put({ noticeDays: days ?? 0 })}
            />
          )}
        </Field>
      </Flex>
    </SaveDialog>
  )
}
