import type { Job } from '@kuashan/contract/jobs.ts'
import type { PeopleImport } from '@kuashan/contract/people.ts'
import { routes } from '@kuashan/contract/routes.ts'
import { formatNumber } from '@kuashan/core/words/format.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Alert, Button, Card, Flex, Typography } from 'antd'
import { useId, useState } from 'react'
import { JobWatch } from '../../parts/plans/job-watch.tsx'
import { useAnswer, useChange } from '../../server/server.ts'
import { isEnded } from '../../server/watch-job.ts'
import { useCounty } from '../../shell/county.tsx'
import { FindingTable } from '../../shell/finding-table.tsx'
import { Trouble } from '../../shell/trouble.tsx'

/** Brings a register in: checked first, imported when nothing is wrong with it. */
export function ImportRegister() {
  const say = useSay()
  const id = useId()
  const county = useCounty()
  const [file, setFile] = useState<File | null>(null)
  const bring = useChange(routes.people.import, [])
  const [job, setJob] = useState<Job | null>(null)
  const ended = job?.state === 'done' ? job.id : null
  const params = { county, job: ended ?? '' }
  const outcome = useAnswer(routes.people.imported, { params }, { enabled: ended !== null })
  const done = outcome.data?.data
  const send = (keep: 'yes' | 'no') => {
    const form = new FormData()
    form.append('files', file!)
    const why = say({ zh: '导入居民名册', en: 'import of a register' })
    bring.mutate(
      { params: { county }, query: { keep }, form: form as never, why },
      { onSuccess: ({ data }) => setJob(data) },
    )
  }
  return (
    <Card size="small" title={say({ zh: '导入居民名册', en: 'Import a register of people' })}>
      <Flex vertical gap={12}>
        <Typography.Text type="secondary">
          {say({
            zh: 'CSV 或 Excel，表头：编号、姓名、村（代码或村名）；可有身份证号、出生日期、居民点编号、电话、关爱标记。再次导入只更新有变化的人，不删人。',
            en: 'CSV or Excel with the headings id, name and division (code or name of the village); identityNumber, birthDate, settlement, telephone and care may follow. Importing again updates who has changed and takes nobody out.',
          })}
        </Typography.Text>
        <Flex gap={12} align="center" wrap>
          <label htmlFor={id}>{say({ zh: '文件', en: 'File' })}</label>
          <input
            id={id}
            type="file"
            accept=".csv,.tsv,.xlsx"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null)
              bring.reset()
              setJob(null)
            }}
          />
          <Button
            disabled={!file || (job !== null && !isEnded(job))}
            loading={bring.isPending}
            onClick={() => send('no')}
          >
            {say({ zh: '检查', en: 'Check' })}
          </Button>
          <Button
            type="primary"
            disabled={!file || !done || done.kept || done.errors > 0}
            onClick={() => send('yes')}
          >
            {say({ zh: '导入', en: 'Import' })}
          </Button>
        </Flex>
        {bring.error && <Trouble error={bring.error} />}
        {job && job.state !== 'done' && (
          <JobWatch
            key={job.id}
            job={job}
            title={{ zh: '正在核对名册', en: 'The register is being read' }}
            onEnd={(last) => last.state === 'done' && setJob(last)}
            onClose={() => setJob(null)}
          />
        )}
        {outcome.error && <Trouble error={outcome.error} />}
        {done && <Outcome done={done} />}
      </Flex>
    </Card>
  )
}

function Outcome({ done }: { done: PeopleImport }) {
  const say = useSay()
  const { added, changed, unchanged, errors } = done
  const facts = {
    added: formatNumber(added),
    changed: formatNumber(changed),
    unchanged: formatNumber(unchanged),
    errors: formatNumber(errors),
  }
  const words =
    errors > 0
      ? {
          zh: '有 {errors} 处错误，什么都没有导入。改正文件后再检查。',
          en: '{errors} {errors|error|errors}: nothing was imported. Correct the file and check again.',
        }
      : done.kept
        ? {
            zh: '已导入：新增 {added} 人，更新 {changed} 人，{unchanged} 人没有变化。',
            en: 'Imported: {added} people added, {changed} updated, {unchanged} as they were.',
          }
        : {
            zh: '可以导入：新增 {added} 人，更新 {changed} 人，{unchanged} 人没有变化。',
            en: 'Ready to import: {added} people new, {changed} to update, {unchanged} as they are.',
          }
  return (
    <>
      <Alert
        type={errors > 0 ? 'error' : done.kept ? 'success' : 'info'}
        showIcon
        role="status"
        title={say(words, facts)}
      />
      {done.findings.length > 0 && <FindingTable findings={done.findings} />}
    </>
  )
}
