import type { Body } from '@kuashan/contract/route.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import type { FastifyRequest } from 'fastify'
import type { Upload } from './handler.ts'
import { NotAnswered } from './problem-answer.ts'

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** Files of a multipart body, within the route’s limits. Names lose every folder, so none leads out of where it is put. */
export async function readFiles(
  request: FastifyRequest,
  body: Extract<Body, { as: 'files' }>,
): Promise<Upload[]> {
  if (!request.isMultipart())
    throw new NotAnswered([
      finding(
        'call-malformed',
        { path: 'body' },
        { field: 'body', problem: 'multipart/form-data' },
      ),
    ])
  const files: Upload[] = []
  let total = 0
  const tooLarge = () =>
    new NotAnswered([finding('call-too-large', {}, { most: megabytes(body.mostBytes) })])
  try {
    const limits = { fileSize: body.mostBytes, files: body.mostFiles, fields: 0 }
    for await (const part of request.files({ limits })) {
      const bytes = await part.toBuffer()
      total += bytes.length
      if (total > body.mostBytes) throw tooLarge()
      files.push({ name: part.filename.replaceAll('\\', '/').split('/').at(-1)!, bytes })
    }
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('FST_')) throw tooLarge()
    throw error
  }
  return files
}
