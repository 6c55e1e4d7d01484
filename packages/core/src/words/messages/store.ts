import type { storeCodes } from '../../kernel/codes/store.ts'
import type { Message } from '../language.ts'

export const storeMessages: Record<keyof typeof storeCodes, Message> = {
  'store-stale': {
    what: {
      zh: '{what} 已被他人修改：你依据的是第 {expected} 版',
      en: '{what} has been changed by somebody else: you worked on version {expected}',
    },
    remedy: {
      zh: '重新打开，看过对方的修改后再保存',
      en: 'Open it again, look at the other change, and save again',
    },
  },
  'store-not-found': {
    what: { zh: '没有找到 {what}', en: '{what} was not found' },
    remedy: {
      zh: '检查编号；也可能不在你的管辖范围内',
      en: 'Check the id; it may also lie outside your area',
    },
  },
  'store-not-allowed': {
    what: {
      zh: '你的角色、区域或事由不允许这样做',
      en: 'Your role, area or purpose does not allow this',
    },
    remedy: {
      zh: '换一个已授予的角色或事由，或请管理员授权',
      en: 'Use another role or purpose you were given, or ask the administrator for one',
    },
  },
  'store-already-there': {
    what: { zh: '{what} 已经存在', en: '{what} is already there' },
    remedy: {
      zh: '改用已有的那一条，或换一个名称',
      en: 'Use the one that is there, or another name',
    },
  },
  'store-refers-to-nothing': {
    what: { zh: '{what} 引用了不存在的记录', en: '{what} refers to a record that is not there' },
    remedy: { zh: '先建立被引用的记录', en: 'Make the record it refers to first' },
  },
  'store-value-not-possible': {
    what: { zh: '有一个值不能保存', en: 'A value cannot be kept' },
    remedy: {
      zh: '检查文字长度、日期和特殊字符',
      en: 'Check the length of texts, dates and special characters',
    },
  },
  'store-why-needed': {
    what: { zh: '查看个人信息需要写明原因', en: 'A look at personal records needs a reason' },
    remedy: { zh: '写明查看的原因', en: 'Say why you look' },
  },
  'store-busy': {
    what: { zh: '同一记录正在被处理', en: 'The same record is being worked on' },
    remedy: { zh: '稍后再试', en: 'Try again in a moment' },
  },
  'row-without-id': {
    what: {
      zh: '“{table}”的行没有编号，不能单独更正',
      en: 'Rows of “{table}” have no ids and cannot be corrected one by one',
    },
    remedy: {
      zh: '请在表格里改好，再导入这张表',
      en: 'Correct the table itself and import it',
    },
  },
  'emergency-not-open': {
    what: {
      zh: '您没有打开的紧急查看',
      en: 'You have no emergency open',
    },
    remedy: {
      zh: '它可能已到时。确有人处于危险时，在“设置”里重新打开',
      en: 'It may have run out. Where somebody is in danger, open another under Settings',
    },
  },
  'account-own': {
    what: {
      zh: '管理员不能停用自己，也不能收回自己的管理权',
      en: 'Administrators cannot close their own account or give up their own office',
    },
    remedy: { zh: '请另一位管理员办理', en: 'Ask another administrator' },
  },
  'import-of-other-county': {
    what: {
      zh: '导入的是别的县的数据：数据为 {have}，本县为 {want}',
      en: 'The import is of another county: it says {have}, here it is {want}',
    },
    remedy: { zh: '选用本县的数据', en: 'Choose the data of this county' },
  },
  'import-has-errors': {
    what: {
      zh: '导入数据有 {errors} 个错误，不能启用',
      en: 'The import has {errors} {errors|error|errors} and cannot be accepted',
    },
    remedy: { zh: '按清单逐行改正后重新导入', en: 'Correct the rows listed and import again' },
  },
  'import-decided': {
    what: { zh: '这次导入已经处理过：{state}', en: 'This import was decided already: {state}' },
    remedy: { zh: '查看现行数据', en: 'See the data in force' },
  },
  'import-based-on-older': {
    what: {
      zh: '导入之后现行数据已经更换',
      en: 'The data in force have changed since this import was made',
    },
    remedy: { zh: '重新导入', en: 'Import again' },
  },
  'plan-step-not-possible': {
    what: { zh: '方案不能从“{fromZh}”到“{toZh}”', en: 'A plan does not go from {from} to {to}' },
    remedy: { zh: '按步骤办理', en: 'Follow the steps' },
  },
  'plan-step-not-yours': {
    what: { zh: '这一步由 {ownersZh} 办理', en: 'This step is taken by: {owners}' },
    remedy: { zh: '请有权的人办理', en: 'Ask one of them' },
  },
  'plan-step-needs-note': {
    what: { zh: '这一步要写明依据', en: 'This step needs a note of what it leans on' },
    remedy: {
      zh: '填写审查意见、会议纪要或退回理由',
      en: 'Give the opinion, the minutes, or the reason for sending it back',
    },
  },
  'plan-not-draft': {
    what: {
      zh: '方案已进入“{stepZh}”，不能再改',
      en: 'The plan has gone on to {step} and is no longer edited',
    },
    remedy: { zh: '退回起草后再改', en: 'Send it back to draft first' },
  },
  'plan-unanswered': {
    what: {
      zh: '还有 {count} 条意见没有答复',
      en: '{count} {count|comment or objection is|comments or objections are} unanswered',
    },
    remedy: { zh: '逐条答复', en: 'Answer each' },
  },
  'plan-villages-without-notice': {
    what: {
      zh: '还有 {count} 个村没有张贴公示',
      en: '{count} {count|village has|villages have} no notice posted',
    },
    remedy: { zh: '张贴后登记日期和地点', en: 'Post it and record day and place' },
  },
  'plan-has-errors': {
    what: {
      zh: '检查发现方案有 {count} 个错误',
      en: 'The checker found {count} {count|error|errors} in the plan',
    },
    remedy: { zh: '改正后重新检查', en: 'Correct them and check again' },
  },
  'sign-in-refused': {
    what: { zh: '用户名或密码不对', en: 'Wrong name or password' },
    remedy: {
      zh: '再试一次，或请管理员发送新链接',
      en: 'Try again, or ask the administrator for a new link',
    },
  },
  'sign-in-locked': {
    what: {
      zh: '输错次数过多，{until} 前不能登录',
      en: 'Too many wrong tries: no sign-in before {until}',
    },
    remedy: { zh: '到时再试，或在服务器上恢复', en: 'Try again then, or recover at the machine' },
  },
  'session-over': {
    what: { zh: '登录已过期', en: 'The session is over' },
    remedy: {
      zh: '重新登录；未保存的内容还在本机',
      en: 'Sign in again; what is unsaved is kept on this machine',
    },
  },
  'grant-missing': {
    what: { zh: '你没有这个角色、区域或事由', en: 'You were not given this role, area or purpose' },
    remedy: {
      zh: '选择已授予的，或请管理员授权',
      en: 'Choose one you were given, or ask the administrator',
    },
  },
  'link-not-valid': {
    what: { zh: '链接已用过或已过期', en: 'The link has been used or has run out' },
    remedy: {
      zh: '请管理员重新发送，或在服务器上恢复',
      en: 'Ask for another, or recover at the machine',
    },
  },
  'password-too-short': {
    what: {
      zh: '密码至少 {least} 个字符',
      en: 'A password has at least {least} {least|character|characters}',
    },
    remedy: { zh: '可用几个词组成的句子', en: 'A sentence of a few words will do' },
  },
  'password-too-common': {
    what: { zh: '这个密码太常见', en: 'This password is too common' },
    remedy: { zh: '换一个别人猜不到的', en: 'Choose one that nobody guesses' },
  },
  'backup-role-bound': {
    what: {
      zh: '数据库管理角色受行级安全限制，备份会缺行',
      en: 'The database’s administrator is bound by row-level security: rows would be missing',
    },
    remedy: {
      zh: '请数据库管理员授予 BYPASSRLS，或用超级用户备份',
      en: 'Have the role given BYPASSRLS, or back up as a superuser',
    },
  },
  'backup-damaged': {
    what: {
      zh: '备份文件已损坏或不完整，没有恢复任何内容',
      en: 'The backup is damaged or cut off; nothing of it was restored',
    },
    remedy: { zh: '改用另一份备份', en: 'Use another backup' },
  },
  'backup-other-version': {
    what: {
      zh: '备份属于另一版本：备份的库结构为第 {made} 版，本程序为第 {here} 版',
      en: 'The backup is of another version: its tables are at {made}, this program’s at {here}',
    },
    remedy: {
      zh: '用当时的版本恢复，再升级程序',
      en: 'Restore it with the version that made it, then update',
    },
  },
  'backup-store-not-empty': {
    what: { zh: '目标库里已有数据', en: 'The store to restore into is not empty' },
    remedy: { zh: '恢复到一个新的数据文件夹', en: 'Restore into a new data folder' },
  },
  'identity-number-wrong': {
    what: { zh: '身份证号码不对：{reasonZh}', en: 'The identity number is wrong: {reason}' },
    remedy: { zh: '对照证件重新输入', en: 'Compare with the card and type it again' },
  },
}
