import type { Language, Words } from '../words/language.ts'
import type { ChannelMode, Domain, FacilityKind, VehicleKind } from './service.ts'
import type { Level, Metric } from './standard.ts'

/** Ways in which a service reaches people, where services and coverage are told. */
export const modeWords: Record<ChannelMode | 'ride', Words> = {
  fixed: { zh: '固定站点', en: 'Fixed site' },
  vehicle: { zh: '流动车', en: 'Vehicle calls' },
  doorstep: { zh: '上门', en: 'At the door' },
  remote: { zh: '远程', en: 'Remote' },
  agent: { zh: '代办', en: 'Agent' },
  ride: { zh: '接送', en: 'Brought there' },
}

/** Kinds of buildings as people call them. */
export const facilityKindWords: Record<FacilityKind, Words> = {
  countyHospital: { zh: '县级医院', en: 'county hospital' },
  townshipHealthCentre: { zh: '乡镇卫生院', en: 'township health centre' },
  villageClinic: { zh: '村卫生室', en: 'village clinic' },
  nursery: { zh: '托育机构', en: 'nursery' },
  kindergarten: { zh: '幼儿园', en: 'kindergarten' },
  primarySchool: { zh: '小学', en: 'primary school' },
  juniorSchool: { zh: '初中', en: 'junior secondary school' },
  vocationalSchool: { zh: '职业学校', en: 'vocational school' },
  trainingBase: { zh: '培训基地', en: 'training base' },
  elderHub: { zh: '乡镇区域养老服务中心', en: 'elder-care hub' },
  nursingHome: { zh: '养老院', en: 'nursing home' },
  mealPoint: { zh: '助餐点', en: 'meal point' },
  dayCare: { zh: '日间照料中心', en: 'day-care centre' },
  servicePoint: { zh: '村级服务点', en: 'village service point' },
  convenienceCentre: { zh: '便民服务中心', en: 'convenience centre' },
  jobCentre: { zh: '就业服务中心', en: 'job centre' },
  disabilityCentre: { zh: '残疾人服务中心', en: 'disability centre' },
  cultureHall: { zh: '文化礼堂', en: 'culture hall' },
  fitnessGround: { zh: '健身场地', en: 'exercise ground' },
  cooperativeShop: { zh: '供销社', en: 'cooperative shop' },
  postStation: { zh: '邮政驿站', en: 'post station' },
  resettlementEstate: { zh: '安置小区', en: 'resettlement estate' },
}

/** Kinds of vehicles as people call them. */
export const vehicleKindWords: Record<VehicleKind, Words> = {
  clinicVehicle: { zh: '流动医院车', en: 'clinic vehicle' },
  mealVehicle: { zh: '送餐车', en: 'meal vehicle' },
  bathVehicle: { zh: '助浴车', en: 'bathing vehicle' },
  supplyVehicle: { zh: '流动供销车', en: 'mobile shop' },
  marketingVehicle: { zh: '农产品收购车', en: 'produce vehicle' },
  multiServiceVehicle: { zh: '便民服务车', en: 'multi-service vehicle' },
  bus: { zh: '客车', en: 'bus' },
  postBus: { zh: '客货邮班车', en: 'passenger-post bus' },
  cultureVehicle: { zh: '文化车', en: 'culture vehicle' },
  schoolBus: { zh: '校车', en: 'school bus' },
}

/** Fields of services as people call them. */
export const domainWords: Record<Domain, Words> = {
  childcare: { zh: '幼有所育', en: 'Childcare' },
  education: { zh: '教育', en: 'Education' },
  medical: { zh: '医疗卫生', en: 'Health' },
  eldercare: { zh: '养老', en: 'Care of the elderly' },
  employment: { zh: '就业', en: 'Employment' },
  socialSecurity: { zh: '社会保障', en: 'Social security' },
  housing: { zh: '住房', en: 'Housing' },
  disability: { zh: '助残', en: 'Disability' },
  cultureSports: { zh: '文化体育', en: 'Culture and sports' },
  supplyMarketing: { zh: '供销', en: 'Supply and marketing' },
  transport: { zh: '交通', en: 'Transport' },
  convenience: { zh: '便民', en: 'Everyday services' },
  legalAdmin: { zh: '政务法律', en: 'Administration and law' },
}

export const standardLevelWords: Record<Level, Words> = {
  national: { zh: '国家', en: 'national' },
  provincial: { zh: '省', en: 'provincial' },
  municipal: { zh: '市', en: 'municipal' },
  county: { zh: '县', en: 'county' },
}

/** A metric with its value: `{value}` is filled in. */
const metricWords: Record<Metric, Words> = {
  minVisitsPerVillageYear: { zh: '每村每年至少 {value} 次', en: 'at least {value} visits a year' },
  minServicesPerPersonYear: {
    zh: '每人每年至少 {value} 次',
    en: 'at least {value} a person and year',
  },
  maxTravelMin: { zh: '路程不超过 {value} 分钟', en: 'travel at most {value} min' },
  maxTravelMinGrade1to3: {
    zh: '一至三年级路程不超过 {value} 分钟',
    en: 'travel at most {value} min in grades 1–3',
  },
  minPlacesPer1000Pop: {
    zh: '每千人至少 {value} 个名额',
    en: 'at least {value} places per 1,000 people',
  },
  minBedsPer1000Elder: {
    zh: '每千名老人至少 {value} 张床位',
    en: 'at least {value} beds per 1,000 elders',
  },
  minShareNursingBeds: {
    zh: '护理型床位不低于 {value}',
    en: 'nursing beds at least {value} of all',
  },
  maxPersonsPerStaff: {
    zh: '每名人员至多服务 {value} 人',
    en: 'at most {value} people a staff member',
  },
  minCoverageShare: { zh: '覆盖率不低于 {value}', en: 'coverage at least {value}' },
  maxFollowUpDays: { zh: '{value} 天内随访', en: 'follow-up within {value} days' },
  maxResponseMin: { zh: '{value} 分钟内响应', en: 'answer within {value} min' },
  maxResponseDays: { zh: '{value} 天内办结', en: 'settled within {value} days' },
  maxRectifyDays: { zh: '{value} 天内整改', en: 'put right within {value} days' },
  minFundShareInPolicy: {
    zh: '政策内报销不低于 {value}',
    en: 'fund pays at least {value} within policy',
  },
  minAgeForFree: { zh: '{value} 岁起免费', en: 'free from age {value}' },
  maxPriceYuan: { zh: '价格不超过 {value} 元', en: 'price at most ¥{value}' },
  minSessionsPerYear: { zh: '每年至少 {value} 场', en: 'at least {value} sessions a year' },
  maxSchoolSizeForReview: {
    zh: '少于 {value} 人的学校列入研判',
    en: 'schools under {value} pupils are reviewed',
  },
  minFacilityPerVillage: { zh: '每村至少 {value} 处', en: 'at least {value} a village' },
  maxGapDays: { zh: '间隔不超过 {value} 天', en: 'gaps of at most {value} days' },
  maxWalkMin: { zh: '步行不超过 {value} 分钟', en: 'walk of at most {value} min' },
}

/** `每村每年至少 24 次`; words in place of the value where none is given yet. */
export const metricText = (metric: Metric, value: number | string, language: Language): string =>
  metricWords[metric][language].replace('{value}', String(value))
