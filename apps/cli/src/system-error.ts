import type { Words } from '@kuashan/core/words/language.ts'

/** What the system refused, by its code, and what to do about it. */
const refusals: Readonly<Record<string, Words>> = {
  ENOSPC: {
    zh: '磁盘已满。请腾出空间后重试',
    en: 'the disk is full. Make room and try again',
  },
  EDQUOT: {
    zh: '磁盘配额已用完。请腾出空间后重试',
    en: 'the disk quota is used up. Make room and try again',
  },
  EACCES: {
    zh: '没有权限。请换一个可以写的文件夹，或请管理员开放权限',
    en: 'permission is denied. Choose a folder you may write to, or ask for the right to',
  },
  EPERM: {
    zh: '系统不允许。请换一个可以写的文件夹，或请管理员开放权限',
    en: 'the system does not allow it. Choose a folder you may write to, or ask for the right to',
  },
  EROFS: {
    zh: '这里只读。请把县文件夹复制到可以写的地方',
    en: 'it is read-only. Copy the county folder to a place that can be written to',
  },
  ENOENT: {
    zh: '它或它的上级文件夹不存在，或者只读。请检查路径，或先建好文件夹',
    en: 'it or the folder it belongs in does not exist, or is read-only. Check the path, or make the folder first',
  },
  ENOTDIR: {
    zh: '路径中有一段是文件，不是文件夹。请检查路径',
    en: 'a part of the path is a file, not a folder. Check the path',
  },
  EISDIR: {
    zh: '这是文件夹，不是文件。请写明文件名',
    en: 'it is a folder, not a file. Give a file name',
  },
  EEXIST: {
    zh: '这里已有同名文件。请换一个名字',
    en: 'a file of that name stands in the way. Choose another name',
  },
  EBUSY: {
    zh: '文件正被别的程序使用。请先关闭它',
    en: 'another program is using it. Close it there first',
  },
  EMFILE: {
    zh: '打开的文件太多。请关闭一些程序后重试',
    en: 'too many files are open. Close some programs and try again',
  },
}

/** What to tell a person about an error of the system, such as a full disk; null for any other error. */
export function systemErrorWords(error: unknown): Words | null {
  if (!(error instanceof Error)) return null
  const { code, path } = error as NodeJS.ErrnoException
  const why = code === undefined ? undefined : refusals[code]
  if (!why) return null
  return path
    ? {
        zh: `无法使用 ${path}：${why.zh}（${code}）。`,
        en: `Cannot use ${path}: ${why.en} (${code}).`,
      }
    : { zh: `${why.zh}（${code}）。`, en: `The system refused: ${why.en} (${code}).` }
}
