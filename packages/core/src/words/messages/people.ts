import type { peopleCodes } from '../../kernel/codes/people.ts'
import type { Message } from '../language.ts'

export const peopleMessages: Record<keyof typeof peopleCodes, Message> = {
  'identity-number-twice': {
    what: { zh: '身份证号 {number} 出现两次', en: 'Identity number {number} stands twice' },
    remedy: { zh: '每人一行；删去重复的一行', en: 'One row a person; delete the second' },
  },
  'identity-number-known': {
    what: {
      zh: '身份证号 {number} 已登记在另一个编号下',
      en: 'Identity number {number} is registered under another id already',
    },
    remedy: {
      zh: '沿用原来的编号，或更正身份证号',
      en: 'Use the id it is registered under, or correct the number',
    },
  },
  'birth-date-differs': {
    what: {
      zh: '出生日期与身份证号不一致',
      en: 'The day of birth is not the one in the identity number',
    },
    remedy: { zh: '对照证件改正其中一项', en: 'Compare with the card and correct one of them' },
  },
  'age-differs': {
    what: {
      zh: '年龄 {age} 与出生日期算出的 {years} 不一致；按出生日期',
      en: 'The age {age} is not the {years} that the day of birth gives; the day of birth is taken',
    },
    remedy: { zh: '更新年龄，或删去年龄一列', en: 'Bring the age up to date or leave it out' },
  },
  'care-unknown': {
    what: { zh: '不认识关爱标记“{value}”', en: 'The care mark “{value}” is not known' },
    remedy: {
      zh: '用：独居、空巢、留守儿童、孤儿、失能卧床、残疾、慢性病、孕产妇、低保、特困',
      en: 'Use one of: livesAlone, emptyNest, leftBehindChild, orphan, bedridden, disabled, chronicDisease, pregnant, lowIncome, extremePoverty',
    },
  },
  'person-settlement-unknown': {
    what: { zh: '县数据里没有居民点 {value}', en: 'The county’s data have no settlement {value}' },
    remedy: { zh: '查对居民点编号，或只写村', en: 'Check its id, or give the village only' },
  },
  'person-place-missing': {
    what: { zh: '没有写住在哪个村', en: 'It is not said in which village the person lives' },
    remedy: {
      zh: '写上村代码、村名或居民点编号',
      en: 'Give the village’s code or name, or the settlement’s id',
    },
  },
  'person-place-differs': {
    what: {
      zh: '居民点 {value} 不在所写的村里',
      en: 'Settlement {value} does not lie in the village given',
    },
    remedy: { zh: '改正村或居民点', en: 'Correct the village or the settlement' },
  },
  'person-outside-area': {
    what: { zh: '{value} 不在您负责的范围内', en: '{value} is outside your area' },
    remedy: { zh: '请该地的人员导入', en: 'Let somebody of that place import it' },
  },
  'people-table-missing': {
    what: { zh: '文件里没有居民表', en: 'The file holds no table of people' },
    remedy: {
      zh: '表头要有：编号、姓名、村；可有身份证号、出生日期、电话、关爱标记',
      en: 'Its headings are id, name and division; identityNumber, birthDate, telephone and care may follow',
    },
  },
  'people-table-apart': {
    what: {
      zh: '居民名册 {file} 没有随县数据导入，也没有保存',
      en: 'The register of people {file} was neither read nor kept with the county’s data',
    },
    remedy: {
      zh: '请有权限的人在“居民”页导入',
      en: 'Somebody in charge of it imports it on the page People',
    },
  },
  'person-file-malformed': {
    what: {
      zh: '这不是一份完整的个人档案文件：{path} 不对',
      en: 'This is no whole file of a person: {path} is wrong',
    },
    remedy: {
      zh: '请发来的县重新导出，不要改动文件',
      en: 'Ask the county that sent it to export it again, and leave it unchanged',
    },
  },
  'person-file-format-unknown': {
    what: {
      zh: '个人档案文件的格式版本是 {format}，这里读得懂的最新是 {newest}',
      en: 'The file of a person has the format {format}; the newest read here is {newest}',
    },
    remedy: {
      zh: '先升级本县的程序，再接收',
      en: 'Bring this county’s program up to date first',
    },
  },
  'person-known-here': {
    what: {
      zh: '这个人已经在本县名册里',
      en: 'This person is in this county’s register already',
    },
    remedy: {
      zh: '在名册里找到他，改住址，不必再接收',
      en: 'Find them in the register and change where they live',
    },
  },
  'person-village-not-here': {
    what: {
      zh: '{division} 不是本县的村',
      en: '{division} is no village of this county',
    },
    remedy: { zh: '选现在住的村', en: 'Choose the village where they live now' },
  },
}
