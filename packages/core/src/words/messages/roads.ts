import type { roadCodes } from '../../kernel/codes/roads.ts'
import type { Message } from '../language.ts'

export const roadMessages: Record<keyof typeof roadCodes, Message> = {
  'osm-truncated': {
    what: {
      zh: 'OSM 文件在第 {byte} 字节处中断，不完整。',
      en: 'The OSM file breaks off at byte {byte}.',
    },
    remedy: {
      zh: '请重新下载或复制该文件，并核对文件大小。',
      en: 'Download or copy it again and compare the size.',
    },
  },
  'osm-unreadable': {
    what: {
      zh: '文件不是可读取的 OSM PBF：{reason}。',
      en: 'The file is not a readable OSM PBF: {reason}.',
    },
    remedy: {
      zh: '请提供 .osm.pbf 文件（zlib 压缩，osmium 默认格式）。',
      en: 'Give an .osm.pbf file with zlib compression, as osmium writes by default.',
    },
  },
  'osm-points-missing': {
    what: {
      zh: '{ways} 条道路的 {points} 个点不在文件中，道路在缺口处断开。',
      en: '{points} {points|point|points} of {ways} {ways|road|roads} are not in the file; the roads are cut there.',
    },
    remedy: {
      zh: '截取区域时请保留完整的道路（osmium extract 的 complete_ways 策略）。',
      en: 'Cut the extract so that ways stay whole (osmium extract, strategy complete_ways).',
    },
  },
  'osm-not-roads': {
    what: {
      zh: '{count} 条 highway 要素不是现有道路，未采用：{kinds}。',
      en: '{count} highway elements are no roads in use and were left out: {kinds}.',
    },
    remedy: { zh: '无需处理。', en: 'Nothing to do.' },
  },
  'roads-unreadable': {
    what: { zh: '道路文件无法读取：{reason}。', en: 'The road file cannot be read: {reason}.' },
    remedy: {
      zh: '请用 GIS 软件重新导出为 GeoPackage、Shapefile 或 GeoJSON 的线图层。',
      en: 'Export it again as a line layer: GeoPackage, Shapefile or GeoJSON.',
    },
  },
  'roads-cut-short': {
    what: {
      zh: '道路文件不完整：应有 {expected} 字节，实有 {actual} 字节。',
      en: 'The road file is cut short: {expected} {expected|byte|bytes} announced, {actual} found.',
    },
    remedy: { zh: '请重新复制该文件。', en: 'Copy the file again.' },
  },
  'roads-none': {
    what: { zh: '文件中没有道路线。', en: 'There are no road lines in the file.' },
    remedy: {
      zh: '请提供线状道路图层，或改用 minutes.csv 时间表。',
      en: 'Give a layer of road lines, or a table of minutes (minutes.csv) instead.',
    },
  },
  'roads-several-files': {
    what: {
      zh: '有多个道路文件，采用 {used}，未采用 {left}。',
      en: 'There are several road files: {used} is used, {left} is not.',
    },
    remedy: { zh: '请只保留一个道路文件。', en: 'Keep only one of them.' },
  },
  'roads-in-pieces': {
    what: {
      zh: '路网分为互不相连的 {pieces} 片，最大一片占总长 {share}%；各片公里数：{sizes}。',
      en: 'The road network is in {pieces} separate pieces; the largest has {share} % of the length. Kilometres: {sizes}.',
    },
    remedy: {
      zh: '请在 GIS 中检查断头路与未打断的交叉口；不相连的村庄会列为道路不可达。',
      en: 'Look for gaps and junctions that were not noded; villages on other pieces are listed as without a road.',
    },
  },
  'road-ends-joined': {
    what: {
      zh: '{count} 处相距 1 米以内的道路端点已合并。',
      en: '{count} road ends that met within 1 m were joined.',
    },
    remedy: { zh: '无需处理。', en: 'Nothing to do.' },
  },
  'road-class-unknown': {
    what: {
      zh: '{count} 条道路的等级“{value}”无法识别，按未定级道路处理。',
      en: '{count} {count|road has|roads have} the unknown class "{value}" and are taken as unclassified.',
    },
    remedy: {
      zh: '请使用国道、省道、县道、乡道、村道，或高速、一级至四级、等外。',
      en: 'Use an OSM class, or one of the Chinese administrative or technical classes.',
    },
  },
  'road-line-unusable': {
    what: {
      zh: '{count} 条道路线不足两个有效点，未采用。',
      en: '{count} road lines have fewer than two usable points and were left out.',
    },
    remedy: { zh: '请检查这些线的几何。', en: 'Check the geometry of these lines.' },
  },
  'road-id-doubled': {
    what: {
      zh: '道路编号 {id} 出现 {count} 次，后面的加了序号。',
      en: 'Road id {id} occurs {count} {count|time|times}; the later ones were numbered.',
    },
    remedy: {
      zh: '按编号封路时会涉及全部同号路段；请给每条路段唯一编号。',
      en: 'Give every line an id of its own, so that closures name the right one.',
    },
  },
}
