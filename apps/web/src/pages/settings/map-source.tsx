import { routes } from '@kuashan/contract/routes.ts'
import { MapSource as Source } from '@kuashan/core/territory/map-source.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Card, Flex, Form, Input, InputNumber, Radio, Spin } from 'antd'
import { useAnswer, useChange } from '../../server/server.ts'
import { useCounty, useMay } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'

type Kind = 'none' | Source['kind']

interface Entered {
  kind: Kind
  address?: string
  file?: string
  approval?: string
  maker?: string
  minZoom?: number
  maxZoom?: number
}

const entered = (source: Source | null): Entered =>
  source ?? { kind: 'none', minZoom: 0, maxZoom: 17 }

/** What was entered as a source; null for none. */
function sourceOf({ kind, address, file, maker, ...rest }: Entered): unknown {
  if (kind === 'none') return null
  const where = kind === 'address' ? { address: address?.trim() } : { file: file?.trim() }
  return { kind, ...where, maker: maker ?? '', ...rest }
}

/** Which map lies under the county’s places: none, tiles of a server in the office’s network, or a file of the data folder. */
export function MapSource() {
  const county = useCounty()
  const chosen = useAnswer(routes.mapSource.get, { params: { county } })
  // Kept here: the form is made anew with each version, and what was said of the save is not to go with it.
  const save = useChange(routes.mapSource.set, ['mapSource'])
  if (chosen.error) return <Trouble error={chosen.error} onRetry={() => chosen.refetch()} />
  if (!chosen.data) return <Spin />
  const { data, version } = chosen.data
  return <MapForm key={version} source={data.source} version={version ?? ''} save={save} />
}

interface MapFormProps {
  source: Source | null
  version: string
  save: ReturnType<typeof useChange<typeof routes.mapSource.set>>
}

function MapForm({ source, version, save }: MapFormProps) {
  const say = useSay()
  const county = useCounty()
  const may = useMay(routes.mapSource.set)
  const [form] = Form.useForm<Entered>()
  const kind = Form.useWatch('kind', form) ?? entered(source).kind
  const send = (values: Entered) => {
    const read = Source.nullable().safeParse(sourceOf(values))
    if (read.success)
      return save.mutate({ params: { county }, body: { source: read.data }, version })
    const wrong = say({ zh: '不合要求', en: 'Not as it should be' })
    form.setFields(
      read.error.issues.map(({ path }) => ({
        name: (path[0] ?? 'kind') as keyof Entered,
        errors: [wrong],
      })),
    )
  }
  const needed = [{ required: true, message: say({ zh: '请填写', en: 'Please fill in' }) }]
  return (
    <Card size="small" style={{ maxWidth: 760 }}>
      <Form
        form={form}
        layout="vertical"
        initialValues={entered(source)}
        disabled={!may || save.isPending}
        onFinish={send}
        requiredMark={false}
      >
        <Form.Item name="kind" label={say({ zh: '底图', en: 'The map underneath' })}>
          <Radio.Group
            options={[
              {
                value: 'none',
                label: say({
                  zh: '不用（只画本县数据）',
                  en: 'None (the county’s own data alone)',
                }),
              },
              { value: 'address', label: say({ zh: '局域网里的瓦片服务', en: 'A tile server' }) },
              { value: 'file', label: say({ zh: 'MBTiles 文件', en: 'An MBTiles file' }) },
            ]}
          />
        </Form.Item>
        {kind === 'address' && (
          <Form.Item
            name="address"
            label={say({ zh: '地址模板', en: 'Address' })}
            extra={say({
              zh: '含 {z}、{x}、{y} 的网址，如 http://10.1.1.5/tiles/{z}/{x}/{y}.png。网页只会再访问这一个服务器。',
              en: 'With {z}, {x} and {y}, as http://10.1.1.5/tiles/{z}/{x}/{y}.png. Pages will ask this one server besides ours.',
            })}
            rules={needed}
          >
            <Input />
          </Form.Item>
        )}
        {kind === 'file' && (
          <Form.Item
            name="file"
            label={say({ zh: '文件名', en: 'File' })}
            extra={say({
              zh: '放在服务器数据文件夹的 maps 里，如 county.pmtiles 或 county.mbtiles；瓦片须是图片（png、jpg、webp）。',
              en: 'In the folder maps of the server’s data, as county.pmtiles or county.mbtiles; its tiles are pictures (png, jpg, webp).',
            })}
            rules={needed}
          >
            <Input />
          </Form.Item>
        )}
        {kind !== 'none' && (
          <>
            <Form.Item
              name="approval"
              label={say({ zh: '审图号', en: 'Map approval number' })}
              extra={say({
                zh: '印在每张地图和报告里，如 浙S(2025)12号。',
                en: 'Printed on every map and in reports.',
              })}
              rules={needed}
            >
              <Input />
            </Form.Item>
            <Form.Item
              name="maker"
              label={say({ zh: '制图单位（可不填）', en: 'Who made it (may stay empty)' })}
            >
              <Input />
            </Form.Item>
            <Flex gap={24}>
              <Form.Item
                name="minZoom"
                label={say({ zh: '最小级别', en: 'Smallest zoom' })}
                rules={needed}
              >
                <InputNumber min={0} max={22} />
              </Form.Item>
              <Form.Item
                name="maxZoom"
                label={say({ zh: '最大级别', en: 'Largest zoom' })}
                rules={needed}
              >
                <InputNumber min={0} max={22} />
              </Form.Item>
            </Flex>
            <p>
              {say({
                zh: '瓦片须用 WGS-84 或 CGCS2000（Web 墨卡托）；GCJ-02 的瓦片会偏几百米。',
                en: 'Tiles have to be in WGS-84 or CGCS2000 (Web Mercator); those in GCJ-02 lie some hundred metres off.',
              })}
            </p>
          </>
        )}
        {save.error && <Trouble error={save.error} />}
        {save.isSuccess && (
          <Alert
            type="success"
            showIcon
            role="status"
            style={{ marginBottom: 12 }}
            title={say({
              zh: '已保存。已经打开的网页刷新后生效。',
              en: 'Saved. Pages that are open show it after they are loaded again.',
            })}
          />
        )}
        {may && (
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {say({ zh: '保存', en: 'Save' })}
          </Button>
        )}
      </Form>
    </Card>
  )
}
