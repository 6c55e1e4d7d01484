import type { territoryCodes } from '../../kernel/codes/territory.ts'
import type { Message } from '../language.ts'

export const territoryMessages: Record<keyof typeof territoryCodes, Message> = {
  'facility-merged': {
    what: {
      zh: '“{name}”既有点又有轮廓，合并为一处（保留 {kept}，去掉 {dropped}）。',
      en: '"{name}" is mapped as a point and as an outline: kept once ({kept}; {dropped} dropped).',
    },
    remedy: {
      zh: '若确为两处设施，请在 facilities.csv 中补上。',
      en: 'If these are two facilities, add the second to facilities.csv.',
    },
  },
  'facility-unnamed': {
    what: {
      zh: '设施 {id}（{kind}）没有名称。',
      en: 'Facility {id} ({kind}) has no name.',
    },
    remedy: {
      zh: '请在 facilities.csv 中填写名称；现以编号代替。',
      en: 'Fill in its name in facilities.csv; its id stands in for now.',
    },
  },
  'facility-kind-unmapped': {
    what: {
      zh: '{count} 处“{kind}”在服务目录中没有对应的设施类型，未采用。',
      en: '{count} of kind "{kind}" have no counterpart in the catalogue and were left out.',
    },
    remedy: {
      zh: '若提供目录中的服务，请在 facilities.csv 中按相应类型添加。',
      en: 'If they give a service of the catalogue, add them to facilities.csv under its kind.',
    },
  },
  'coordinates-unstated': {
    what: {
      zh: '文件没有说明坐标系，未读取。',
      en: 'The file does not say its coordinate system, so it was not read.',
    },
    remedy: {
      zh: '请在 county.yaml 的 coordinates 中写明（WGS-84、CGCS2000、GCJ-02 或 BD-09），或附上 .prj 文件。',
      en: 'State it in county.yaml under coordinates (WGS-84, CGCS2000, GCJ-02 or BD-09), or add the .prj file.',
    },
  },
  'coordinates-unknown': {
    what: {
      zh: '无法识别的坐标系：{system}。',
      en: 'Unknown coordinate system: {system}.',
    },
    remedy: {
      zh: '请转换为 CGCS2000 或 WGS-84 后再导入。',
      en: 'Convert the file to CGCS2000 or WGS-84 and import it again.',
    },
  },
  'coordinates-disagree': {
    what: {
      zh: '文件注明坐标系为 {stated}，而 coordinates 为 {given}；按文件注明的处理。',
      en: 'The file states {stated} where coordinates says {given}; the file was believed.',
    },
    remedy: {
      zh: '若文件实际是 {given}（可能偏移数百米），请删去其坐标系说明（.prj 或 crs）。',
      en: 'If it really is {given} (hundreds of metres off), remove its statement (.prj or crs).',
    },
  },
  'coordinates-old-datum': {
    what: {
      zh: '坐标系 {system} 未做基准转换，位置可能偏差约百米。',
      en: 'No datum shift was applied to {system}; positions may be off by about 100 m.',
    },
    remedy: {
      zh: '请向测绘部门索取 CGCS2000 成果。',
      en: 'Ask the surveying office for the CGCS2000 version.',
    },
  },
  'coordinates-converted': {
    what: {
      zh: '坐标已由 {system} 转换为 WGS-84。',
      en: 'Coordinates were converted from {system} to WGS-84.',
    },
    remedy: { zh: '无需处理。', en: 'Nothing to do.' },
  },
  'elevation-unreadable': {
    what: {
      zh: '高程文件无法读取：{reason}。',
      en: 'The elevation file cannot be read: {reason}.',
    },
    remedy: {
      zh: '请重新下载；支持 .hgt（1201 或 3601 行）、.hgt.zip、.tif、.tiff。',
      en: 'Download it again; .hgt (1201 or 3601 rows), .hgt.zip, .tif and .tiff are read.',
    },
  },
  'elevation-name-unknown': {
    what: {
      zh: '文件名 {name} 不能说明图幅位置。',
      en: 'The file name {name} does not tell where the tile lies.',
    },
    remedy: {
      zh: '请按西南角命名，例如 N28E119.hgt。',
      en: 'Name it by its south-west corner, like N28E119.hgt.',
    },
  },
  'elevation-voids': {
    what: {
      zh: '{count} 个高程空值（{share}%）已由邻近值填补。',
      en: '{count} elevation voids ({share} %) were filled from their neighbours.',
    },
    remedy: { zh: '空值较多时请换用其他高程数据。', en: 'Where there are many, use other data.' },
  },
  'elevation-none': {
    what: {
      zh: '没有高程数据：坡度按平路、海拔按未知处理。',
      en: 'There is no elevation: roads are taken as level and heights as unknown.',
    },
    remedy: {
      zh: '请在 elevation 目录放入 .hgt 或 .tif 文件。',
      en: 'Put .hgt or .tif files into the elevation folder.',
    },
  },
  'elevation-area-missing': {
    what: {
      zh: '{count} 处地点不在高程数据范围内，例如 {examples}。',
      en: '{count} places lie outside the elevation data, such as {examples}.',
    },
    remedy: { zh: '请补充缺少的图幅。', en: 'Add the missing tiles.' },
  },
  'boundaries-unreadable': {
    what: { zh: '边界文件无法读取：{reason}。', en: 'The boundary file cannot be read: {reason}.' },
    remedy: {
      zh: '请提供 Polygon 或 MultiPolygon 的 GeoJSON FeatureCollection。',
      en: 'Give a GeoJSON FeatureCollection of polygons.',
    },
  },
  'boundary-unusable': {
    what: {
      zh: '第 {feature} 个边界要素没有面或代码，未采用。',
      en: 'Boundary feature {feature} has no polygon or no code and was left out.',
    },
    remedy: {
      zh: '请补上面几何与 adcode 或 code 属性。',
      en: 'Give it a polygon and an adcode or code property.',
    },
  },
  'place-outside-boundary': {
    what: { zh: '“{name}”不在县界之内。', en: '"{name}" lies outside the county boundary.' },
    remedy: {
      zh: '请核对坐标与坐标系（GCJ-02 会偏移数百米）。',
      en: 'Check its coordinates and their system (GCJ-02 is hundreds of metres off).',
    },
  },
  'population-assumed': {
    what: {
      zh: '{count} 处居民点没有人口数，按地点类型假定。',
      en: '{count} settlements have no population; it was assumed from the kind of place.',
    },
    remedy: {
      zh: '请在 settlements.csv 中填写，或用 --people 提供人口表。',
      en: 'Fill it in in settlements.csv, or give a table with --people.',
    },
  },
  'population-unmatched': {
    what: {
      zh: '人口表中的“{name}”没有对应的居民点。',
      en: '"{name}" of the population table matches no settlement.',
    },
    remedy: { zh: '请核对名称或补上坐标。', en: 'Check the name, or add its coordinates.' },
  },
  'divisions-made-up': {
    what: {
      zh: '没有区划代码，编造了 {count} 个以 331199 开头的代码。',
      en: 'There are no division codes: {count} were made up under 331199.',
    },
    remedy: {
      zh: '请换成国家统计局代码后再用于正式报告。',
      en: 'Replace them by the official ones before any official use.',
    },
  },
  'resources-assumed': {
    what: {
      zh: '没有车辆和人员数据，假定了 {vehicles} 辆车、{staff} 名人员。',
      en: 'There are no vehicles or staff: {vehicles} vehicles and {staff} people were assumed.',
    },
    remedy: {
      zh: '请在 vehicles.csv 与 staff.csv 中换成实际情况。',
      en: 'Replace them by the real ones in vehicles.csv and staff.csv.',
    },
  },
  'standards-invented': {
    what: {
      zh: '没有当地标准，写入了 {count} 条虚构标准，仅供试算。',
      en: 'There are no local standards: {count} invented ones were written, for trial only.',
    },
    remedy: {
      zh: '请在 standards.yaml 中换成已发布的文件与条款。',
      en: 'Replace them in standards.yaml by adopted documents and clauses.',
    },
  },
  'settlements-none': {
    what: { zh: '没有找到任何居民点。', en: 'No settlement was found.' },
    remedy: {
      zh: '请提供带 place 点的 OSM 文件，或带坐标的人口表。',
      en: 'Give an OSM file with place nodes, or a population table with coordinates.',
    },
  },
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
  'place-outside-boundary': {
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
  'coordinates-converted': {
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
  'division-unknown': {
    what: {
      zh: '区划代码“{value}”在区划表中不存在。{suggestion}',
      en: 'The division code “{value}” is not in the table of divisions. {suggestion}',
    },
    remedy: { zh: '改正代码，或在区划表中补上。', en: 'Correct the code, or add the division.' },
  },
  'division-wrong-level': {
    what: {
      zh: '“{value}”是{levelZh}级代码，此处应为{wantedZh}级。',
      en: '“{value}” is the code of a {level}; a {wanted} is meant here.',
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
      en: '{name}: {villages} villages and {communities} communities, by their names.',
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
