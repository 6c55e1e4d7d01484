import { InboxOutlined } from '@ant-design/icons'
import type { Job } from '@kuashan/contract/jobs.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Card, Flex, Progress, Upload } from 'antd'
import { useState } from 'react'
import { useChange } from '../../server/server.ts'
import { useWatchedJob } from '../../server/watch-job.ts'
import { useCounty } from '../../shell/county.tsx'
import { Trouble } from '../../shell/trouble.tsx'

interface ImportUploadProps {
  /** Opens the import that came of it. */
  onDone: (importId: string) => void
}

/** Files are chosen or dropped, sent, and read row by row; nothing is in force afterwards. */
export function ImportUpload({ onDone }: ImportUploadProps) {
  const say = useSay()
  const county = useCounty()
  const [files, setFiles] = useState<File[]>([])
  const upload = useChange(routes.counties.upload, ['jobs', 'counties'])
  const [failed, setFailed] = useState<Job | null>(null)
  const send = () => {
    const form = new FormData()
    for (const file of files) form.append('file', file, file.name)
    setFailed(null)
    upload.mutate({ params: { county }, form: form as never })
  }
  const end = (job: Job) => {
    if (job.state === 'done' && job.result) return onDone(job.result)
    setFailed(job)
    upload.reset()
  }
  return (
    <Card size="small">
      <Flex vertical gap={12}>
        <Upload.Dragger
          multiple
          accept=".zip,.csv,.xlsx,.yaml,.yml,.geojson,.tif,.json"
          fileList={files.map((file, k) => ({ uid: String(k), name: file.name }))}
          beforeUpload={(file) => {
            setFiles((before) => [...before, file])
            return false
          }}
          onRemove={({ uid }) => setFiles((before) => before.filter((_, k) => String(k) !== uid))}
        >
          <p style={{ margin: 4, fontSize: 28 }}>
            <InboxOutlined aria-hidden />
          </p>
          <p style={{ margin: 4 }}>
            {say({
              zh: '把县文件夹（zip）或单张表格（csv、xlsx）拖到这里，或点击选择',
              en: 'Drop the county folder (zip) or single tables (csv, xlsx) here, or click to choose',
            })}
          </p>
          <p style={{ margin: 4 }}>
            <small>
              {say({
                zh: '先逐行核对，给您看问题和变化；您采用之前什么都不会改。',
                en: 'It is checked row by row first. Nothing changes before you accept it.',
              })}
            </small>
          </p>
        </Upload.Dragger>
        {upload.data ? (
          <Reading job={upload.data.data} onEnd={end} />
        ) : (
          <Button
            type="primary"
            style={{ alignSelf: 'start' }}
            disabled={files.length === 0}
            loading={upload.isPending}
            onClick={send}
          >
            {say({ zh: '上传并核对', en: 'Upload and check' })}
          </Button>
        )}
        {upload.error && <Trouble error={upload.error} />}
        {failed && (
          <Alert
            type="error"
            showIcon
            title={say(failed.findings[0]?.what ?? { zh: '没有读成', en: 'It could not be read' })}
            description={failed.findings[0] && say(failed.findings[0].remedy)}
          />
        )}
      </Flex>
    </Card>
  )
}

function Reading({ job, onEnd }: { job: Job; onEnd: (job: Job) => void }) {
  const say = useSay()
  const { latest } = useWatchedJob(useCounty(), job, onEnd)
  return (
    <div role="status">
      {say(latest.detail)}…
      <Progress
        percent={Math.round(latest.share * 100)}
        aria-label={say({ zh: '核对进度', en: 'Progress of the check' })}
      />
    </div>
  )
}
