import { routes } from '@kuashan/contract/routes.ts'
import { useSay } from '@kuashan/ui/language/language.tsx'
import { Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useChange } from '../../server/server.ts'
import { useCounty } from '../../shell/county.tsx'
import { TextField } from '../../shell/text-field.tsx'
import { Trouble } from '../../shell/trouble.tsx'

/** Saves a text as a file of the reader’s machine. */
function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** The file of a person for the county they move to, after a reason is given for it. */
export function ExportPerson({ person }: { person: string }) {
  const say = useSay()
  const county = useCounty()
  const [why, setWhy] = useState('')
  const make = useChange(routes.personFiles.export, [])
  const save = () =>
    make
      .mutateAsync({ params: { county, person }, why: why.trim() })
      .then(({ data }) =>
        saveAs(`person-${person.slice(-6)}.json`, `${JSON.stringify(data, null, 1)}\n`),
      )
      .catch(() => undefined)
  return (
    <Flex vertical gap={8}>
      <Typography.Text type="secondary">
        {say({
          zh: '迁到外县时，把档案文件当面或经保密渠道交给对方。文件里有身份证号，用完即删。',
          en: 'When somebody moves to another county, hand the file over in person or on a safe way. It holds the identity number: delete it afterwards.',
        })}
      </Typography.Text>
      <Flex gap={12} align="end" wrap>
        <TextField
          label={say({ zh: '导出的事由', en: 'Reason for the export' })}
          width={280}
          most={500}
          value={why}
          onChange={setWhy}
        />
        <Button loading={make.isPending} disabled={why.trim() === ''} onClick={save}>
          {say({ zh: '导出档案文件', en: 'Export the file' })}
        </Button>
      </Flex>
      {make.error && <Trouble error={make.error} />}
      <div role="status">
        {make.isSuccess &&
          say({
            zh: '档案文件已存到本机的下载文件夹',
            en: 'The file is among the downloads of this machine',
          })}
      </div>
    </Flex>
  )
}
