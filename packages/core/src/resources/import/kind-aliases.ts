import type { FacilityKind, VehicleKind } from '../../catalogue/service.ts'
import type { FacilityState } from '../facility.ts'
import type { StaffMember } from '../staff.ts'

/**
 * Words for each kind of facility: the Chinese name first, then what registers and maps elsewhere call it.
 * A word that could be two kinds (`Hospital` of unknown level) goes to the kind whose services it surely has.
 */
export const facilityKindAliases: Record<FacilityKind, readonly string[]> = {
  countyHospital: [
    '县级医院',
    '县医院',
    '人民医院',
    '中医院',
    '医院',
    'hospital',
    'district hospital',
    'central hospital',
    'rural hospital',
  ],
  townshipHealthCentre: [
    '乡镇卫生院',
    '卫生院',
    '中心卫生院',
    '社区卫生服务中心',
    'health centre',
    'health center',
    'rural health centre',
    'health post with beds',
  ],
  villageClinic: [
    '村卫生室',
    '卫生室',
    '村卫生所',
    '诊所',
    '社区卫生服务站',
    'clinic',
    'health post',
    'dispensary',
    'doctors',
    'doctor',
  ],
  nursery: ['托育机构', '托育园', '托儿所', 'childcare', 'creche'],
  kindergarten: ['幼儿园', '幼教点', 'preschool'],
  primarySchool: ['小学', '教学点', 'primary school', 'school'],
  juniorSchool: ['初中', '初级中学', 'junior secondary school', 'secondary school'],
  vocationalSchool: ['职业学校', '职高', '中职', 'vocational school', 'college'],
  trainingBase: ['实训基地', '培训基地', 'training centre'],
  elderHub: ['养老服务中心', '居家养老服务中心', 'social centre', 'elder centre'],
  nursingHome: ['养老院', '敬老院', '福利院', 'nursing home', 'care home'],
  mealPoint: ['助餐点', '老年食堂', '幸福食堂', 'meal site', 'canteen'],
  dayCare: ['日间照料中心', '日照中心', 'day care', 'day centre'],
  servicePoint: ['服务点', '村级服务点', '便民服务点', 'service post'],
  convenienceCentre: ['便民服务中心', '党群服务中心', 'townhall', 'town hall'],
  jobCentre: ['就业服务站', '零工市场', 'job centre', 'employment office'],
  disabilityCentre: ['残疾人之家', '康复中心', '残疾人服务中心', 'disability centre'],
  cultureHall: ['文化礼堂', '文化活动中心', '文化站', '农家书屋', 'library', 'community centre'],
  fitnessGround: ['健身广场', '体育场地', 'sports ground', 'playground'],
  cooperativeShop: ['供销社', '供销网点', '便民超市', 'shop', 'store'],
  postStation: ['邮政所', '快递驿站', '村邮站', 'post office'],
  resettlementEstate: ['安置小区', '搬迁安置点', 'resettlement'],
}

export const vehicleKindAliases: Record<VehicleKind, readonly string[]> = {
  clinicVehicle: ['巡回医疗车', '流动医疗车', '移动诊疗车', 'mobile clinic', 'gaia_mobile_clinic'],
  mealVehicle: ['助餐车', '送餐车', 'meal van'],
  bathVehicle: ['助浴车', 'bath van'],
  supplyVehicle: ['供销车', '流动供销车', '送货车', 'mobile shop'],
  marketingVehicle: ['收购车', '农产品收购车', 'produce van'],
  multiServiceVehicle: ['综合服务车', '流动服务车', 'service van'],
  bus: ['公交车', '客车', '班车'],
  postBus: ['客货邮车', '客货邮', 'post bus'],
  cultureVehicle: ['文化服务车', '流动文化车', 'mobile library', 'bookmobile'],
  schoolBus: ['校车', 'school bus'],
}

export const facilityStateAliases: Record<FacilityState, readonly string[]> = {
  open: ['在用', '开放', '运营', '营业', 'functional', 'operational', 'active'],
  vacant: [
    '闲置',
    '空置',
    'non-functional',
    'not functional',
    'disused',
    'closed (temporary)',
    '停用',
  ],
  planned: [
    '规划',
    '在建',
    '拟建',
    'pending',
    'pending operation',
    'pending operation (construction complete)',
    'under construction',
  ],
  closed: ['关闭', '撤销', '已关', 'closed permanently', 'abolished'],
}

export const postAliases: Record<StaffMember['post'], readonly string[]> = {
  doctor: ['医生', '医师', 'physician', 'clinical officer'],
  nurse: ['护士', '护理员（医）'],
  villageDoctor: ['乡村医生', '村医', 'village doctor', 'health surveillance assistant'],
  technician: ['技师', '检验员', '技术人员'],
  driver: ['司机', '驾驶员'],
  carer: ['护理员', '照护员', '养老护理员', 'care worker'],
  teacher: ['教师', '老师'],
  clerk: ['办事员', '工作人员', 'officer'],
  salesperson: ['售货员', '营业员'],
  other: ['其他'],
}
