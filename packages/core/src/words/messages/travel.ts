import type { travelCodes } from '../../kernel/codes/travel.ts'
import type { Message } from '../language.ts'

export const travelMessages: Record<keyof typeof travelCodes, Message> = {
  'far-from-road': {
    what: {
      zh: '{place} 距最近的可行车道路 {metres} 米，这段按步行计入',
      en: '{place} is {metres} m from the nearest road for vehicles; that stretch is counted as walked',
    },
    remedy: {
      zh: '核对坐标；若有未入图的道路，请补进道路文件',
      en: 'Check the coordinates; if a road is missing from the map, add it to the roads file',
    },
  },
  'no-road-found': {
    what: {
      zh: '{place} 周围 200 公里内没有可用道路',
      en: '{place} has no usable road within 200 km',
    },
    remedy: {
      zh: '核对坐标和坐标系，或补充道路文件',
      en: 'Check the coordinates and their system, or add roads',
    },
  },
  'no-coordinates-to-travel': {
    what: {
      zh: '{place} 没有坐标，无法计算到那里的时间',
      en: '{place} has no coordinates, so no travel time can be given',
    },
    remedy: { zh: '补填经纬度', en: 'Fill in longitude and latitude' },
  },
  'snap-moved': {
    what: {
      zh: '{place} 旁边的道路与路网不相连，改接到 {metres} 米外的道路',
      en: 'The road beside {place} is cut off from the network; it was joined to one {metres} m away',
    },
    remedy: {
      zh: '若道路实际相通，请在道路文件中接上',
      en: 'If the roads do meet, join them in the roads file',
    },
  },
  'on-separate-piece': {
    what: {
      zh: '{place} 所在的路网与主路网不相连',
      en: '{place} lies on roads that do not meet the main network',
    },
    remedy: {
      zh: '核对是否缺少桥、隧道或渡口路段',
      en: 'See whether a bridge, tunnel or ferry is missing',
    },
  },
  'travel-without-heights': {
    what: {
      zh: '{share}% 的路口没有高程，按平地计算',
      en: '{share} % of junctions have no height and count as level',
    },
    remedy: { zh: '补充覆盖全县的高程文件', en: 'Add elevation files that cover the whole county' },
  },
  'closure-unknown': {
    what: {
      zh: '封路名单中的“{way}”在路网中找不到',
      en: 'The closed road “{way}” is not on the map',
    },
    remedy: {
      zh: '用道路编号或路名填写',
      en: 'Give the road’s id or its name as the roads file has it',
    },
  },
  'minutes-missing': {
    what: {
      zh: '没有路网，且 {place} 不在时间表里，无法计算出行',
      en: 'There are no roads, and {place} is not in the table of minutes: no travel time can be given',
    },
    remedy: { zh: '在时间表中补上一行', en: 'Add a row to the table of minutes' },
  },
  'places-unknown': {
    what: { zh: '看不懂地点“{spec}”', en: 'The places “{spec}” are not understood' },
    remedy: {
      zh: '可用：settlements、stops、facilities，或 facilities:类别（{kinds}）',
      en: 'Use settlements, stops, facilities, or facilities:KIND with one of {kinds}',
    },
  },
  'osrm-refused': {
    what: {
      zh: '路径服务没有给出从 {from} 到 {to} 起的 {pairs} 组时间：{trouble}',
      en: 'The routing server gave no times for {pairs} {pairs|pair|pairs} from {from} to {to} on: {trouble}',
    },
    remedy: {
      zh: '检查服务是否运行、每次请求的地点数上限，然后重试',
      en: 'See that the server runs and how many places it takes at once, then try again',
    },
  },
  'cut-off-by-closure': {
    what: {
      zh: '{ways} 封闭时，{places} 处地点不通车：{names}',
      en: 'While {ways} are closed, {places} places have no way for vehicles: {names}',
    },
    remedy: {
      zh: '方案已避开这些日子；可为它们准备上门或步行方案',
      en: 'The plan keeps off those days; prepare doorstep or walking service for them',
    },
  },
  'seasons-left-out': {
    what: {
      zh: '只计算了常态道路，{states} 个季节或封路时段未计入',
      en: 'Only the usual state of the roads is reckoned; {states} {states|season|seasons} or closures are left out',
    },
    remedy: {
      zh: '用自有路网计算，以计入季节和封路',
      en: 'Reckon on the county’s own roads to have seasons and closures',
    },
  },
}
