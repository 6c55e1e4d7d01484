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
  'population-assumed': {
    what: {
      zh: '{count} 处居民点没有人口数，按地点类型假定。',
      en: '{count} {count|settlement has|settlements have} no population; it was assumed from the kind of place.',
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
      en: 'There are no vehicles or staff: {vehicles} {vehicles|vehicle|vehicles} and {staff} people were assumed.',
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
  'places-in-towns': {
    what: {
      zh: '{count} 处街区属于城镇，人口计入城镇，未单列。',
      en: '{count} {count|quarter is|quarters are} parts of towns and are counted there, not on their own.',
    },
    remedy: {
      zh: '若需单列，请在 settlements.csv 中添加并相应减少城镇人口。',
      en: 'To list one on its own, add it to settlements.csv and take its people off the town.',
    },
  },
  'facilities-none': {
    what: {
      zh: '没有找到设施，假定县城有一处便民服务中心作为车辆停放点。',
      en: 'No facility was found; a convenience centre at the county seat is assumed as the depot.',
    },
    remedy: {
      zh: '请在 facilities.csv 中填写实际设施。',
      en: 'Fill in the real ones in facilities.csv.',
    },
  },
  'county-already-there': {
    what: {
      zh: '文件夹 {folder} 中已有 county.yaml，未作改动。',
      en: 'There is a county.yaml in {folder} already; nothing was changed.',
    },
    remedy: {
      zh: '请另选一个空文件夹，以免覆盖已有的修改。',
      en: 'Choose an empty folder, so that no edits are lost.',
    },
  },
  'people-places-unused': {
    what: {
      zh: '人口表没有说明坐标系，坐标未使用，只按编号和名称匹配。',
      en: 'The population table does not say its coordinate system, so rows were matched by id and name only.',
    },
    remedy: {
      zh: '名称匹配不上的行，请改用与地图一致的名称。',
      en: 'Give rows that match nothing the name the map has.',
    },
  },
}
