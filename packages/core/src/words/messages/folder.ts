import type { folderCodes } from '../../kernel/codes/folder.ts'
import type { Message } from '../language.ts'

export const folderMessages: Record<keyof typeof folderCodes, Message> = {
  'folder-missing': {
    what: { zh: '没有文件夹 {folder}。', en: 'There is no folder {folder}.' },
    remedy: {
      zh: '查对路径；新建用 kuashan demo 或 kuashan new。',
      en: 'Check the path; kuashan demo or kuashan new makes one.',
    },
  },
  'settings-missing': {
    what: { zh: '文件夹里没有 county.yaml。', en: 'The folder has no county.yaml.' },
    remedy: {
      zh: '补上它；写法见 docs/county-folder.md。',
      en: 'Add one; docs/county-folder.md shows how.',
    },
  },
  'settings-unreadable': {
    what: { zh: '无法读取：{reason}', en: 'It cannot be read: {reason}' },
    remedy: {
      zh: '按提示的行改正 YAML；缩进用空格。',
      en: 'Correct the YAML at that line; indent with spaces.',
    },
  },
  'setting-invalid': {
    what: { zh: '设置不对：{reason}', en: 'This setting is not right: {reason}' },
    remedy: {
      zh: '按 docs/county-folder.md 改正 county.yaml 里的这一项。',
      en: 'Correct this line of county.yaml as docs/county-folder.md says.',
    },
  },
  'setting-unknown': {
    what: {
      zh: '不认识设置“{key}”，没有读入。{suggestion}',
      en: 'The setting “{key}” is not known and was not read. {suggestion}',
    },
    remedy: { zh: '改正名称或删去。', en: 'Correct its name or delete it.' },
  },
  'coordinate-system-unsaid': {
    what: {
      zh: 'county.yaml 没有写明坐标系。',
      en: 'county.yaml does not say in which coordinate system the places are.',
    },
    remedy: {
      zh: '写上 coordinates: WGS-84、CGCS2000、GCJ-02 或 BD-09；不清楚时向数据来源查问，不可猜。',
      en: 'Write coordinates: WGS-84, CGCS2000, GCJ-02 or BD-09; if unsure ask the source, never guess.',
    },
  },
  'mapping-invalid': {
    what: { zh: 'mapping.yaml 不对：{reason}', en: 'mapping.yaml is not right: {reason}' },
    remedy: {
      zh: '按 docs/county-folder.md 改正。',
      en: 'Correct it as docs/county-folder.md says.',
    },
  },
  'standards-absent': {
    what: {
      zh: '没有 standards.yaml，或其中没有标准：没有任何底线标准可以衡量。',
      en: 'There is no standards.yaml, or no standard in it, so there are no floors to measure by.',
    },
    remedy: {
      zh: '写上本县执行的标准，注明文件和条款。',
      en: 'Write down the standards in force, with document and clause.',
    },
  },
  'standard-invalid': {
    what: { zh: 'standards.yaml 不对：{reason}', en: 'standards.yaml is not right: {reason}' },
    remedy: {
      zh: '每条标准要写明服务、指标、数值、层级、文件、条款和日期。',
      en: 'Each standard names service, metric, value, level, document, clause and date.',
    },
  },
  'format-newer': {
    what: {
      zh: '此文件夹的格式是第 {found} 版，本程序只认到第 {known} 版。',
      en: 'The folder has format {found}; this program knows up to {known}.',
    },
    remedy: { zh: '请升级本程序。', en: 'Update the program.' },
  },
  'format-unknown': {
    what: {
      zh: 'county.yaml 的 format 写的是“{found}”。',
      en: 'county.yaml says format “{found}”.',
    },
    remedy: { zh: '写成 format: {known}。', en: 'Write format: {known}.' },
  },
  'format-upgraded': {
    what: {
      zh: '格式已由第 {found} 版按第 {known} 版读取：{changes}。',
      en: 'Format {found} was read as format {known}: {changes}.',
    },
    remedy: {
      zh: '无需处理；也可照此改写 county.yaml。',
      en: 'Nothing needs doing; county.yaml may be changed likewise.',
    },
  },
  'table-missing': {
    what: {
      zh: '缺少“{table}”（{tableZh}）表。',
      en: 'The table “{table}” ({tableZh}) is missing.',
    },
    remedy: { zh: '补上 {table}.csv 或 {table}.xlsx。', en: 'Add {table}.csv or {table}.xlsx.' },
  },
  'settlements-empty': {
    what: {
      zh: '居民点表里没有一行可用的自然村。',
      en: 'The table of settlements has no row that can be used.',
    },
    remedy: {
      zh: '至少填一个自然村：名称、坐标、常住人口。',
      en: 'Fill in one settlement at least: name, coordinates, people.',
    },
  },
  'table-absent': {
    what: {
      zh: '没有“{table}”（{tableZh}）表，按空表处理。',
      en: 'There is no table “{table}” ({tableZh}); it is taken as empty.',
    },
    remedy: { zh: '有数据时请补上 {table}.csv。', en: 'Add {table}.csv when there are data.' },
  },
  'file-not-used': {
    what: { zh: '文件没有用到。', en: 'The file was not used.' },
    remedy: {
      zh: '表名和文件名的对应见 docs/county-folder.md，或写在 mapping.yaml 中。',
      en: 'docs/county-folder.md lists the names of tables; mapping.yaml can point to others.',
    },
  },
  'travel-source-absent': {
    what: {
      zh: '没有道路，也没有 minutes 表：除步行外算不出路程。',
      en: 'There are neither roads nor a table of minutes: only walks can be computed.',
    },
    remedy: {
      zh: '补上道路文件（.osm.pbf、GeoJSON、Shapefile、GeoPackage）或 minutes.csv。',
      en: 'Add a road file (.osm.pbf, GeoJSON, Shapefile, GeoPackage) or minutes.csv.',
    },
  },
  'folder-locked': {
    what: {
      zh: '文件夹正由 {command}（进程 {pid}，自 {since} 起）使用。',
      en: 'The folder is held by {command} (process {pid}, since {since}).',
    },
    remedy: {
      zh: '等它结束；若该进程已不在，请删去 {lock}。',
      en: 'Wait until it is done; if that process no longer runs, delete {lock}.',
    },
  },
  'lock-taken-over': {
    what: {
      zh: '接管了已结束的进程 {pid}（{command}）留下的锁。',
      en: 'A lock left by the ended process {pid} ({command}) was taken over.',
    },
    remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
  },
  'edits-unreadable': {
    what: { zh: 'edits.json 无法读取：{reason}', en: 'edits.json cannot be read: {reason}' },
    remedy: {
      zh: '从备份恢复 edits.json；不要用导入覆盖人工修改。',
      en: 'Restore edits.json from a copy; an import never overwrites what people edited.',
    },
  },
  'edit-kept': {
    what: {
      zh: '{table} “{id}”的“{field}”：来源由 {was} 改为 {now}，人工修改为 {value}（{by}，{date}）；保留人工修改。',
      en: '{table} “{id}”, {field}: the source changed from {was} to {now}, people had set {value} ({by}, {date}); the edit is kept.',
    },
    remedy: {
      zh: '请确认哪个对；若来源对，撤销此修改。',
      en: 'Decide which is right; if the source is, withdraw the edit.',
    },
  },
  'edit-target-gone': {
    what: {
      zh: '{table} “{id}”已不在来源中，{by} 在 {date} 所改的“{field}”（{value}）无处可用。',
      en: '{table} “{id}” is no longer in the source, so the edit of {field} ({value}; {by}, {date}) has no place.',
    },
    remedy: {
      zh: '若改了编号，请在新编号上再改一次。',
      en: 'If its id changed, make the edit again on the new one.',
    },
  },
  'edit-invalid': {
    what: {
      zh: '对 {table} “{id}”的“{field}”的修改不成立：{reason}',
      en: 'The edit of {table} “{id}”, {field}, cannot be made: {reason}',
    },
    remedy: { zh: '改正或撤销此修改。', en: 'Correct or withdraw it.' },
  },
  'edit-in-source': {
    what: {
      zh: '{table} “{id}”的“{field}”：来源现已是 {value}，与人工修改一致。',
      en: '{table} “{id}”, {field}: the source now says {value}, as the edit did.',
    },
    remedy: { zh: '此修改可以撤销。', en: 'The edit may be withdrawn.' },
  },
  'import-added': {
    what: {
      zh: '{table}：比上次导入增加 {count} 行：{ids}。',
      en: '{table}: {count} rows more than at the last import: {ids}.',
    },
    remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
  },
  'import-removed': {
    what: {
      zh: '{table}：上次导入的 {count} 行已不在：{ids}。',
      en: '{table}: {count} rows of the last import are gone: {ids}.',
    },
    remedy: {
      zh: '若不是有意删去，请在来源中补回。',
      en: 'If that was not meant, put them back in the source.',
    },
  },
  'import-changed': {
    what: { zh: '{table} “{id}”：{changes}。', en: '{table} “{id}”: {changes}.' },
    remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
  },
  'state-unreadable': {
    what: {
      zh: '上次导入的结果无法读取（{reason}），按首次导入处理。',
      en: 'The result of the last import cannot be read ({reason}); this counts as a first import.',
    },
    remedy: {
      zh: '无需处理；人工修改仍在 edits.json 中。',
      en: 'Nothing needs doing; edits are safe in edits.json.',
    },
  },
  'not-imported': {
    what: { zh: '这个文件夹还没有成功导入过。', en: 'This folder has not been imported yet.' },
    remedy: { zh: '先运行 kuashan import。', en: 'Run kuashan import first.' },
  },
}
