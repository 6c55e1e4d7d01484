import type { callCodes } from '../../kernel/codes/calls.ts'
import type { Message } from '../language.ts'

export const callMessages: Record<keyof typeof callCodes, Message> = {
  'call-malformed': {
    what: { zh: '“{field}”不合要求：{problem}', en: '“{field}” is not as it should be: {problem}' },
    remedy: { zh: '请改正此处再提交', en: 'Correct it and send again' },
  },
  'call-field-unknown': {
    what: { zh: '不认识“{field}”', en: '“{field}” is not known here' },
    remedy: { zh: '请去掉它，或查对写法', en: 'Leave it out, or check how it is written' },
  },
  'call-too-large': {
    what: { zh: '提交的内容超过 {most}', en: 'What was sent is larger than {most}' },
    remedy: { zh: '请分成几份提交', en: 'Send it in parts' },
  },
  'call-file-refused': {
    what: {
      zh: '不能接收文件“{name}”：{reason}',
      en: 'The file “{name}” cannot be taken: {reason}',
    },
    remedy: { zh: '请另存为普通的表格文件再上传', en: 'Save it as a plain table and upload that' },
  },
  'archive-unreadable': {
    what: { zh: '压缩包打不开：{reason}', en: 'The archive cannot be opened: {reason}' },
    remedy: {
      zh: '请重新压缩成普通的 zip（不加密）再上传',
      en: 'Pack it again as a plain zip without a password',
    },
  },
  'archive-path-outside': {
    what: {
      zh: '压缩包里的“{path}”不是县文件夹里的路径',
      en: '“{path}” in the archive is no path inside a county folder',
    },
    remedy: {
      zh: '请只压缩县文件夹本身再上传',
      en: 'Pack the county folder itself and nothing else',
    },
  },
  'archive-too-large': {
    what: {
      zh: '压缩包解开后有 {size} MB，最多 {most} MB',
      en: 'The archive unpacks to {size} MB; {most} MB is the most',
    },
    remedy: {
      zh: '请去掉用不到的文件，或分次上传',
      en: 'Leave out what is not needed, or upload in parts',
    },
  },
  'archive-too-packed': {
    what: {
      zh: '压缩包解开后是原来的 {ratio} 倍，最多 {most} 倍',
      en: 'The archive unpacks to {ratio} {ratio|time|times} its size; {most} {most|time|times} is the most',
    },
    remedy: {
      zh: '真实的表格不会这样；请查对文件来源',
      en: 'Real tables do not pack like this; check where the file comes from',
    },
  },
  'archive-too-many-files': {
    what: {
      zh: '压缩包里有 {files} 个文件，最多 {most} 个',
      en: 'The archive holds {files} {files|file|files}; {most} is the most',
    },
    remedy: {
      zh: '请只压缩县文件夹本身再上传',
      en: 'Pack the county folder itself and nothing else',
    },
  },
  'map-file-unfit': {
    what: {
      zh: '数据文件夹 {folder} 里的“{file}”不能用作底图：{reasonZh}',
      en: 'The file “{file}” in the data folder {folder} cannot be the map: {reason}',
    },
    remedy: {
      zh: '请放入图片瓦片（png、jpg、webp）的 MBTiles 或 PMTiles 文件，再选一次',
      en: 'Put an MBTiles or PMTiles file with picture tiles (png, jpg, webp) there and choose again',
    },
  },
  'upload-empty': {
    what: { zh: '没有收到文件', en: 'No file was received' },
    remedy: { zh: '请选择文件再上传', en: 'Choose a file and upload it' },
  },
  'upload-gone': {
    what: {
      zh: '上传的文件已不在服务器上，没有导入',
      en: 'The uploaded file is no longer on the server; nothing was imported',
    },
    remedy: { zh: '请再上传一次', en: 'Upload it once more' },
  },
  'made-file-gone': {
    what: {
      zh: '做好的文件保存七天，这一份已不在了',
      en: 'Files that were made are kept for seven days; this one is no longer there',
    },
    remedy: { zh: '请再做一次', en: 'Have it made once more' },
  },
  'call-address-unknown': {
    what: { zh: '没有这个地址', en: 'There is nothing at this address' },
    remedy: {
      zh: '请从首页进入，或查对地址',
      en: 'Start from the first page, or check the address',
    },
  },
  'not-signed-in': {
    what: { zh: '您还没有登录', en: 'You are not signed in' },
    remedy: { zh: '请登录后再试', en: 'Sign in and try again' },
  },
  'not-allowed': {
    what: { zh: '您的岗位不能做这一步', en: 'Your role does not allow this' },
    remedy: {
      zh: '请找负责的人办理，或请管理员授权',
      en: 'Ask whoever is in charge, or an administrator',
    },
  },
  'version-missing': {
    what: { zh: '没有说明修改的是哪一版', en: 'It is not said which version is being changed' },
    remedy: { zh: '请用 If-Match 写明版本', en: 'Name the version in If-Match' },
  },
  'too-many-calls': {
    what: { zh: '操作太频繁', en: 'Too many requests' },
    remedy: {
      zh: '请等 {seconds} 秒再试',
      en: 'Wait {seconds} {seconds|second|seconds} and try again',
    },
  },
  'database-away': {
    what: { zh: '数据库暂时连不上', en: 'The database cannot be reached just now' },
    remedy: {
      zh: '您填写的内容没有丢；请稍后再试',
      en: 'Nothing you entered is lost; try again shortly',
    },
  },
  'disk-full': {
    what: { zh: '服务器的磁盘满了，没有保存', en: 'The server’s disk is full; nothing was saved' },
    remedy: {
      zh: '请管理员腾出空间后再试',
      en: 'Ask an administrator to free space, then try again',
    },
  },
  'server-stopping': {
    what: { zh: '服务器正在重启', en: 'The server is restarting' },
    remedy: { zh: '请过一分钟再试', en: 'Try again in a minute' },
  },
  'server-fault': {
    what: { zh: '服务器出了错', en: 'Something went wrong on the server' },
    remedy: {
      zh: '请把编号 {call} 告诉管理员',
      en: 'Tell an administrator the number {call}',
    },
  },
}
