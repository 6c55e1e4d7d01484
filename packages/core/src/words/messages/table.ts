import type { tableCodes } from '../../kernel/codes/table.ts'
import type { Message } from '../language.ts'

export const tableMessages: Record<keyof typeof tableCodes, Message> = {
  'table-empty': {
    what: { zh: '文件是空的。', en: 'The file is empty.' },
    remedy: {
      zh: '补上表头和数据；不需要这张表时，删去此文件。',
      en: 'Add the headings and rows, or delete the file if this table is not needed.',
    },
  },
  'table-without-rows': {
    what: { zh: '表里只有表头，没有数据行。', en: 'The table has headings and no rows.' },
    remedy: {
      zh: '请补上数据；确实没有时可不理会。',
      en: 'Add the rows; if there truly are none, nothing needs doing.',
    },
  },
  'table-unreadable': {
    what: { zh: '文件无法读取：{reason}', en: 'The file cannot be read: {reason}' },
    remedy: {
      zh: '请用表格软件打开检查，另存为 CSV（UTF-8）或 xlsx 后再导入。',
      en: 'Open it in a spreadsheet, save it again as CSV (UTF-8) or xlsx, and import again.',
    },
  },
  'table-too-big': {
    what: {
      zh: '表太大：有 {size} {unit}，最多能读 {limit} {unit}，没有读入。',
      en: 'The table is too big: {size} {unit}, at most {limit} {unit} are read. It was not read.',
    },
    remedy: {
      zh: '按乡镇拆成几个文件（如 settlements-1.csv、settlements-2.csv），或删去用不到的列。',
      en: 'Split it by township (settlements-1.csv, settlements-2.csv), or remove columns that are not needed.',
    },
  },
  'table-encoding': {
    what: { zh: '按 {encoding} 编码读取。', en: 'Read as {encoding}.' },
    remedy: {
      zh: '无需处理；另存为 UTF-8 可免去判断。',
      en: 'Nothing needs doing; saving as UTF-8 spares the guess.',
    },
  },
  'table-mojibake': {
    what: {
      zh: '此列是乱码（UTF-8 文字曾被当作 GBK 读取），已修复：{whole} 个完整，另 {euro} 个靠“€”所代表的字节补全，{lost} 个丢了字。',
      en: 'The text was garbled (UTF-8 once read as GBK) and has been repaired: {whole} whole, {euro} more through the byte shown as €, {lost} have lost a character.',
    },
    remedy: {
      zh: '请向数据来源索取未乱码的文件，以补全丢字的名称。',
      en: 'Ask the source for an ungarbled file to complete the names that lost a character.',
    },
  },
  'cell-character-lost': {
    what: {
      zh: '文字“{value}”丢了字，用“�”标出。',
      en: 'The text “{value}” has lost a character, shown as �.',
    },
    remedy: { zh: '请在来源文件中补全。', en: 'Complete it in the source file.' },
  },
  'row-too-long': {
    what: {
      zh: '此行有 {cells} 格，表头只有 {headings} 列。',
      en: 'The row has {cells} cells and the heading has {headings}.',
    },
    remedy: {
      zh: '多半是文字里的逗号没有加引号；请给该格加上引号。',
      en: 'A comma inside a text is probably not quoted; put that cell in quotes.',
    },
  },
  'row-too-short': {
    what: {
      zh: '此行只有 {cells} 格，表头有 {headings} 列；缺的按空白处理。',
      en: 'The row has {cells} cells and the heading has {headings}; the missing ones are read as blank.',
    },
    remedy: { zh: '请补全此行。', en: 'Complete the row.' },
  },
  'row-total': {
    what: {
      zh: '“{value}”是合计行，没有读入。',
      en: '“{value}” is a row of totals and was left out.',
    },
    remedy: {
      zh: '请从表中删去合计行。',
      en: 'Delete rows of totals from the table.',
    },
  },
  'row-template': {
    what: {
      zh: '“{value}”像是模板里的示例行，没有读入。',
      en: '“{value}” looks like an example row of a template and was left out.',
    },
    remedy: {
      zh: '请从表中删去示例行；若确是真实地点，请改名。',
      en: 'Delete the example row; if the place is real, give it its own name.',
    },
  },
  'rows-example': {
    what: {
      zh: '起步包的示例行没有读入（{count} 行）。',
      en: 'Example rows of the start package were left out: {count}.',
    },
    remedy: { zh: '不用管；也可以从表中删去。', en: 'Nothing to do; they may be deleted.' },
  },
  'row-left-out': {
    what: {
      zh: '按 mapping.yaml 的规定，“{value}”一类的行不读入。',
      en: 'mapping.yaml says that rows with “{value}” are left out, so this one was.',
    },
    remedy: {
      zh: '若应读入，请在 mapping.yaml 中改写该值的对应。',
      en: 'If it should be read, change what mapping.yaml says of this value.',
    },
  },
  'column-unknown': {
    what: {
      zh: '不认识列“{heading}”，没有读入。{suggestion}',
      en: 'Column “{heading}” is not known and was not read. {suggestion}',
    },
    remedy: {
      zh: '改正列名，或在 mapping.yaml 中写明它对应哪一列、或列入 ignore。',
      en: 'Correct the heading, or say in mapping.yaml what it stands for, or list it under ignore.',
    },
  },
  'column-missing': {
    what: {
      zh: '缺少必需的列“{column}”（{columnZh}）。{suggestion}',
      en: 'The column “{column}” ({columnZh}) is missing and is needed. {suggestion}',
    },
    remedy: {
      zh: '补上此列，或在 mapping.yaml 中写明由哪一列充当。',
      en: 'Add it, or say in mapping.yaml which heading stands for it.',
    },
  },
  'column-doubled': {
    what: {
      zh: '“{first}”和“{second}”是同一列，出现了两次。',
      en: '“{first}” and “{second}” are the same column, twice.',
    },
    remedy: {
      zh: '只留一列，或在 mapping.yaml 中写明用哪一列。',
      en: 'Keep one of them, or say in mapping.yaml which one to use.',
    },
  },
  'column-assumed': {
    what: {
      zh: '没有“{column}”（{columnZh}）列：全部按 {value} 计，并标为假定值。',
      en: 'There is no column “{column}” ({columnZh}): {value} is taken for every row, marked as assumed.',
    },
    remedy: { zh: '知道实际值时请补上此列。', en: 'Add the column when the values are known.' },
  },
  'cell-missing': {
    what: {
      zh: '“{column}”是空的，而这一格必须填写。',
      en: '“{column}” is blank and has to be filled.',
    },
    remedy: { zh: '请填写。', en: 'Fill it in.' },
  },
  'cell-not-a-number': {
    what: { zh: '“{value}”不是数。', en: '“{value}” is not a number.' },
    remedy: {
      zh: '请改为数字，不带单位和文字；不知道时留空。',
      en: 'Write a plain number without unit or text; leave it blank if it is not known.',
    },
  },
  'cell-negative': {
    what: { zh: '{value} 小于零。', en: '{value} is below zero.' },
    remedy: {
      zh: '此处不能为负数；请查对来源，不知道时留空。',
      en: 'This cannot be negative; check the source, or leave it blank if it is not known.',
    },
  },
  'cell-out-of-range': {
    what: {
      zh: '{value} 不在 {low} 到 {high} 之间。',
      en: '{value} is not between {low} and {high}.',
    },
    remedy: { zh: '请查对数值和单位。', en: 'Check the value and its unit.' },
  },
  'cell-not-whole': {
    what: { zh: '{value} 不是整数。', en: '{value} is not a whole number.' },
    remedy: { zh: '请改为整数。', en: 'Write a whole number.' },
  },
  'cell-not-a-date': {
    what: { zh: '“{value}”不是日期。', en: '“{value}” is not a date.' },
    remedy: { zh: '请写成 2026-03-01 的样子。', en: 'Write it like 2026-03-01.' },
  },
  'cell-not-a-time': {
    what: { zh: '“{value}”不是时刻。', en: '“{value}” is not a time of day.' },
    remedy: { zh: '请写成 08:30 的样子。', en: 'Write it like 08:30.' },
  },
  'cell-not-week-hours': {
    what: { zh: '“{value}”不是一周的时间。', en: '“{value}” is not hours of a week.' },
    remedy: {
      zh: '请写成 1-5 08:00-17:00, 6 09:00-12:00 的样子，星期一是 1。',
      en: 'Write it like 1-5 08:00-17:00, 6 09:00-12:00; Monday is 1.',
    },
  },
  'cell-not-a-choice': {
    what: {
      zh: '“{value}”不在可选值之列。{suggestion}',
      en: '“{value}” is not one of the values known here. {suggestion}',
    },
    remedy: { zh: '可选值：{choices}。', en: 'Use one of: {choices}.' },
  },
  'cell-formula': {
    what: {
      zh: '此格是公式（{formula}），取用上次算得的值“{value}”。',
      en: 'The cell holds a formula ({formula}); the value last computed, “{value}”, is used.',
    },
    remedy: {
      zh: '请把公式粘贴为数值后再导入，以免算得的值已过时。',
      en: 'Paste the formula as a value before importing, so that it cannot be out of date.',
    },
  },
  'cell-formula-without-value': {
    what: {
      zh: '此格是公式（{formula}），却没有可用的结果（{value}）。',
      en: 'The cell holds a formula ({formula}) without a usable result ({value}).',
    },
    remedy: {
      zh: '请在表格软件中重算并粘贴为数值。',
      en: 'Recalculate it in a spreadsheet and paste it as a value.',
    },
  },
  'cell-formula-text': {
    what: {
      zh: '此格的文字像公式（{value}），只当作文字，从不执行。',
      en: 'The text looks like a formula ({value}); it is taken as text and never run.',
    },
    remedy: {
      zh: '若是误填，请改为数值或文字。',
      en: 'If it is a slip, write the value or the text itself.',
    },
  },
  'numbers-tidied': {
    what: {
      zh: '此列有 {count} 个数带全角数字、千分位或空格，已整理（如“{example}”）。',
      en: '{count} numbers of this column had full-width digits, thousands separators or spaces and were tidied (such as “{example}”).',
    },
    remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
  },
  'values-read-as': {
    what: {
      zh: '“{value}”读作“{meaning}”，共 {count} 行。',
      en: '“{value}” is read as “{meaning}”, in {count} rows.',
    },
    remedy: {
      zh: '若不对，请在 mapping.yaml 中写明。',
      en: 'If that is wrong, say so in mapping.yaml.',
    },
  },
  'duplicate-id': {
    what: {
      zh: '编号“{id}”与第 {first} 行重复。',
      en: 'The id “{id}” is already used in row {first}.',
    },
    remedy: {
      zh: '每个编号只能用一次；请改正其中一个，或删去重复的行。',
      en: 'An id may be used once; correct one of them or delete the repeated row.',
    },
  },
  'ids-derived': {
    what: {
      zh: '来源没有编号：{count} 行按名称和所属区划取了编号。',
      en: 'The source has no ids: {count} rows were given one from name and division.',
    },
    remedy: {
      zh: '有正式编号时请补上“id”列，以便来年对应。',
      en: 'Add an id column when there are official codes, so that next year matches.',
    },
  },
  'reference-unknown': {
    what: {
      zh: '“{value}”在{tableZh}中不存在。{suggestion}',
      en: '“{value}” does not exist in {table}. {suggestion}',
    },
    remedy: {
      zh: '请改正编号，或先在该表中补上。',
      en: 'Correct the id, or add it to that table first.',
    },
  },
  'bus-line-too-short': {
    what: { zh: '线路“{id}”只有一个站。', en: 'Line “{id}” has one stop only.' },
    remedy: { zh: '补上其余各站，或删去此行。', en: 'Add its other stops, or delete the row.' },
  },
  'visit-day-missing': {
    what: {
      zh: '没有写明哪天到访，这一行无法进入现行时刻表。',
      en: "The row does not say on which day the vehicle comes, so it cannot enter today's timetable.",
    },
    remedy: {
      zh: '填写“weekday”（星期）、“monthDay”（每月几号）或“dates”（日期）之一。',
      en: 'Fill in one of weekday, monthDay or dates.',
    },
  },
  'source-table-used-twice': {
    what: {
      zh: '有两个文件都是“{table}”表：{first} 和 {second}。',
      en: 'Two files both hold the table “{table}”: {first} and {second}.',
    },
    remedy: {
      zh: '只留一个；确是两个来源时，把第二个改名为 {table}-来源.csv，将按编号、名称和距离合并。',
      en: 'Keep one; if they are two sources, rename the second {table}-source.csv and they are merged by code, name and distance.',
    },
  },
}
