import type { FacilityKind } from '../catalogue/service.ts'
import type { PlaceName } from './names.ts'

/** What a kind of facility is called and costs to run: cash a year in yuan, staff apart; staff by post and weekly hours. */
interface SiteKind {
  word: PlaceName
  prefix: string
  yearYuan: number
  sevenDays: boolean
}

const kind = (zh: string, en: string, prefix: string, yearYuan: number, sevenDays = false) => ({
  word: { zh, en },
  prefix,
  yearYuan,
  sevenDays,
})

export const siteKinds: Readonly<Record<FacilityKind, SiteKind>> = {
  countyHospital: kind('医院', 'Hospital', 'HOS', 18_000_000, true),
  townshipHealthCentre: kind('卫生院', 'Health Centre', 'THC', 320_000, true),
  villageClinic: kind('卫生室', 'Clinic', 'VC', 26_000),
  nursery: kind('托育园', 'Nursery', 'NUR', 180_000),
  kindergarten: kind('幼儿园', 'Kindergarten', 'KIN', 260_000),
  primarySchool: kind('小学', 'Primary School', 'PRI', 520_000),
  juniorSchool: kind('初级中学', 'Junior School', 'JUN', 900_000),
  vocationalSchool: kind('职业高级中学', 'Vocational School', 'VOC', 2_400_000),
  trainingBase: kind('技能培训基地', 'Training Base', 'TRA', 300_000),
  elderHub: kind('区域养老服务中心', 'Elder Care Hub', 'HUB', 240_000, true),
  nursingHome: kind('敬老院', 'Nursing Home', 'NH', 1_500_000, true),
  mealPoint: kind('助餐点', 'Meal Point', 'MEA', 24_000, true),
  dayCare: kind('日间照料中心', 'Day Care Centre', 'DAY', 80_000),
  servicePoint: kind('便民服务点', 'Service Point', 'SP', 9_000),
  convenienceCentre: kind('便民服务中心', 'Convenience Centre', 'CC', 120_000),
  jobCentre: kind('就业服务中心', 'Job Centre', 'JOB', 260_000),
  disabilityCentre: kind('残疾人康复中心', 'Disability Centre', 'DIS', 420_000),
  cultureHall: kind('文化礼堂', 'Culture Hall', 'CUL', 12_000, true),
  fitnessGround: kind('健身广场', 'Fitness Ground', 'FIT', 2_000, true),
  cooperativeShop: kind('供销社', 'Cooperative Shop', 'SHP', 18_000, true),
  postStation: kind('客货邮驿站', 'Post Station', 'PST', 30_000, true),
  resettlementEstate: kind('安置小区', 'Resettlement Estate', 'EST', 60_000, true),
}
