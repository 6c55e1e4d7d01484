import type { placeCodes } from '../../kernel/codes/places.ts'
import type { Message } from '../language.ts'

export const placeMessages: Record<keyof typeof placeCodes, Message> = {
  'place-without-coordinates': {
    what: {
      zh: '“{name}”没有坐标，列为“位置不明”，仍出现在所有报表中。',
      en: '“{name}” has no coordinates; it is kept as “unlocated” in every report.',
    },
    remedy: { zh: '请补上经纬度（WGS-84）。', en: 'Add its longitude and latitude (WGS-84).' },
  },
  'coordinates-incomplete': {
    what: {
      zh: '“{name}”的坐标不完整（{value}），列为“位置不明”。',
      en: 'The coordinates of “{name}” are incomplete ({value}); it is kept as “unlocated”.',
    },
    remedy: { zh: '请填全经度和纬度。', en: 'Fill in both longitude and latitude.' },
  },
  'place-off-the-map': {
    what: {
      zh: '“{name}”的坐标（经度 {lng}，纬度 {lat}）不在地球上，列为“位置不明”。',
      en: 'The coordinates of “{name}” (longitude {lng}, latitude {lat}) are not on the Earth; it is kept as “unlocated”.',
    },
    remedy: {
      zh: '查对小数点；若是以米计的投影坐标，请先换算为经纬度。',
      en: 'Check the decimal point; projected metres have to be converted to degrees first.',
    },
  },
  'coordinates-swapped': {
    what: {
      zh: '“{name}”的经度和纬度填反了（经度 {lng}，纬度 {lat}），已对调。',
      en: 'Longitude and latitude of “{name}” were the wrong way round (longitude {lng}, latitude {lat}) and were exchanged.',
    },
    remedy: { zh: '请在来源文件中对调。', en: 'Exchange them in the source file.' },
  },
  'place-beyond-boundary': {
    what: {
      zh: '“{name}”（经度 {lng}，纬度 {lat}）在边界之外约 {km} 公里；按原坐标保留。',
      en: '“{name}” (longitude {lng}, latitude {lat}) lies about {km} km outside the boundary; it is kept where the source puts it.',
    },
    remedy: {
      zh: '查对坐标、坐标系和所属县。',
      en: 'Check its coordinates, the coordinate system and the county it belongs to.',
    },
  },
  'place-far-from-rest': {
    what: {
      zh: '“{name}”（经度 {lng}，纬度 {lat}）距其余地点的中心 {km} 公里；按原坐标保留。',
      en: '“{name}” (longitude {lng}, latitude {lat}) is {km} km from the middle of all others; it is kept where the source puts it.',
    },
    remedy: { zh: '查对坐标。', en: 'Check its coordinates.' },
  },
  'coordinate-inaccurate': {
    what: {
      zh: '“{name}”的定位误差为 {metres} 米。',
      en: 'The position of “{name}” was measured to {metres} m only.',
    },
    remedy: { zh: '请重新定位。', en: 'Measure it again.' },
  },
  'places-converted': {
    what: {
      zh: '{count} 个坐标由 {from} 换算为 WGS-84，原值留在来源说明中。',
      en: '{count} coordinates were converted from {from} to WGS-84; the originals are kept in the notes.',
    },
    remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
  },
  'age-bands-not-total': {
    what: {
      zh: '“{name}”各年龄段之和为 {sum}，总数为 {total}，相差 {difference}。',
      en: 'The age bands of “{name}” add up to {sum}, the total is {total}: {difference} apart.',
    },
    remedy: {
      zh: '查对来源；在改正之前，总数按总数列，年龄结构按各段的比例。',
      en: 'Check the source; until then the total counts and the bands give the shares.',
    },
  },
  'age-bands-overlap': {
    what: {
      zh: '年龄段“{first}”与“{second}”交叉。',
      en: 'The age bands “{first}” and “{second}” cross.',
    },
    remedy: {
      zh: '各年龄段应首尾相接，或整段包含在末段之内（如 60 岁以上与 65 岁以上）。',
      en: 'Bands have to follow one another, or lie at the end inside the last (60 and over with 65 and over).',
    },
  },
  'age-band-split-negative': {
    what: {
      zh: '“{inner}”（{part}）多于包含它的“{outer}”（{whole}）。',
      en: '“{inner}” ({part}) is more than “{outer}” ({whole}), which contains it.',
    },
    remedy: { zh: '查对这两列。', en: 'Check both columns.' },
  },
  'sexes-not-total': {
    what: {
      zh: '“{name}”女 {female} 加男 {male} 为 {sum}，总数为 {total}。',
      en: 'For “{name}”, {female} female and {male} male make {sum}; the total is {total}.',
    },
    remedy: { zh: '查对来源。', en: 'Check the source.' },
  },
  'age-bands-absent': {
    what: {
      zh: '表里没有年龄段：按年龄享受的服务只能按假定的年龄结构估算。',
      en: 'The table has no age bands: who is entitled by age can only be estimated from an assumed age structure.',
    },
    remedy: {
      zh: '补上年龄段的列（如 0-14岁、15-59岁、60岁以上）。',
      en: 'Add columns of age bands (0-14, 15-59, 60plus).',
    },
  },
  'population-unknown': {
    what: {
      zh: '“{name}”没有人口数，按 0 人计，并标为假定值。',
      en: '“{name}” has no population; 0 is taken, marked as assumed.',
    },
    remedy: { zh: '请补上常住人口。', en: 'Add its permanent population.' },
  },
  'populations-spread-evenly': {
    what: {
      zh: '{rows} 个地点只有 {distinct} 种人口数：像是把乡镇总数平均分摊的，不是各村实数。',
      en: '{rows} places have only {distinct} different populations: they look like township totals spread evenly, not counts.',
    },
    remedy: {
      zh: '不要当作各村人口；请索取各村实数。',
      en: 'Do not read them as village counts; ask for the real ones.',
    },
  },
  'division-code-malformed': {
    what: { zh: '“{value}”不是区划代码。', en: '“{value}” is not a division code.' },
    remedy: {
      zh: '代码为 2、4、6、9 或 12 位数字；在表格软件中把此列设为“文本”。',
      en: 'A code has 2, 4, 6, 9 or 12 digits; set the column to “text” in the spreadsheet.',
    },
  },
  'settlements-without-division': {
    what: {
      zh: '有 {count} 个居民点没有写所属区划：{names}。按乡镇、按村的数字里没有它们。',
      en: '{count} {count|settlement names|settlements name} no division: {names}. They are missing from every figure by township or village.',
    },
    remedy: {
      zh: '在居民点表中补上区划代码（division）。',
      en: 'Fill in the division code in the table of settlements.',
    },
  },
  'division-unknown': {
    what: {
      zh: '区划代码“{value}”在区划表中不存在。{suggestion}',
      en: 'The division code “{value}” is not in the table of divisions. {suggestion}',
    },
    remedy: { zh: '改正代码，或在区划表中补上。', en: 'Correct the code, or add the division.' },
  },
  'division-wrong-level': {
    what: {
      zh: '“{value}”是{levelZh}级代码，此处应为{wantedZh}级（{rows} 行）。',
      en: '“{value}” is the code of a {level}; a {wanted} is meant here ({rows} rows).',
    },
    remedy: {
      zh: '请填写{wantedZh}级代码；在此之前只能按{levelZh}汇总。',
      en: 'Fill in the code of the {wanted}; until then figures can be given by {level} only.',
    },
  },
  'division-parent-missing': {
    what: {
      zh: '“{name}”（{value}）的上级 {parent} 不在区划表中。',
      en: 'The parent {parent} of “{name}” ({value}) is not in the table of divisions.',
    },
    remedy: { zh: '在区划表中补上它的上级。', en: 'Add its parent to the table.' },
  },
  'division-codes-padded': {
    what: {
      zh: '{count} 个 {digits} 位代码补零为 12 位。',
      en: '{count} codes of {digits} digits were padded to 12.',
    },
    remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
  },
  'division-name-unknown': {
    what: {
      zh: '区划名称“{value}”在区划表中找不到，所属区划留空。{suggestion}',
      en: 'The division “{value}” cannot be found by name and was left blank. {suggestion}',
    },
    remedy: { zh: '请填写区划代码。', en: 'Fill in its code.' },
  },
  'division-counts': {
    what: {
      zh: '{name}：按名称有 {villages} 个村、{communities} 个社区。',
      en: '{name}: {villages} {villages|village|villages} and {communities} {communities|community|communities}, by their names.',
    },
    remedy: { zh: '无需处理。', en: 'Nothing needs doing.' },
  },
  'divisions-absent': {
    what: {
      zh: '没有区划表，{count} 个区划代码无法核对。',
      en: 'There is no table of divisions, so {count} division codes could not be checked.',
    },
    remedy: { zh: '补上 divisions.csv。', en: 'Add divisions.csv.' },
  },
  'facility-kind-unknown': {
    what: {
      zh: '不认识设施类型“{value}”。{suggestion}',
      en: 'The kind of facility “{value}” is not known. {suggestion}',
    },
    remedy: {
      zh: '改为已知类型，或在 mapping.yaml 中写明它相当于哪一类（或 skip）。',
      en: 'Use a known kind, or say in mapping.yaml which one it stands for (or skip).',
    },
  },
  'sources-merged': {
    what: {
      zh: '“{second}”（{secondSource}）与“{first}”（{firstSource}）按{byZh}合并，相距 {metres} 米。',
      en: '“{second}” ({secondSource}) was merged with “{first}” ({firstSource}) by {by}, {metres} m apart.',
    },
    remedy: {
      zh: '若不是同一处，请改名或改编号。',
      en: 'If they are not the same place, rename one or change its code.',
    },
  },
  'merge-ambiguous': {
    what: {
      zh: '“{second}”（{secondSource}）可能是 {candidates} 中的任一个，没有合并。',
      en: '“{second}” ({secondSource}) could be any of {candidates}; it was not merged.',
    },
    remedy: {
      zh: '请给它们相同的编号，或不同的名称。',
      en: 'Give the two the same code, or different names.',
    },
  },
  'published-figures-differ': {
    what: {
      zh: '{area}“{measure}”各段之和为 {sum}，公布的总数为 {total}，相差 {difference}。',
      en: '{area}, “{measure}”: the parts add up to {sum}, the published total is {total}: {difference} apart.',
    },
    remedy: {
      zh: '引用时注明；向发布单位查对。',
      en: 'Say so when quoting it; ask the publisher.',
    },
  },
}
