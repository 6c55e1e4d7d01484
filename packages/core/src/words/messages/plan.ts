import type { planCodes } from '../../kernel/codes/plan.ts'
import type { Message } from '../language.ts'

export const planMessages: Record<keyof typeof planCodes, Message> = {
  'floor-missed': {
    what: {
      zh: '{settlement} 的 {service} 达不到标准：应为 {want}，实为 {have}',
      en: '{settlement} misses the floor for {service}: wanted {want}, has {have}',
    },
    remedy: {
      zh: '查看缺口清单，或放宽资源限制后重新规划',
      en: 'See the gap list, or plan again with more resources',
    },
  },
  'fleet-short': {
    what: {
      zh: '{kind} 缺 {days} 个车日（现有 {available} 个）',
      en: '{kind}: {days} vehicle-days are missing ({available} there are)',
    },
    remedy: {
      zh: '增加车辆或出车日，或改用固定点、上门服务后重新规划',
      en: 'Add vehicles or days out, or use sites or doorstep service, and plan again',
    },
  },
  'core-without-floor': {
    what: {
      zh: '{count} 项核心服务没有按地点检验的底线，方案因此没有为它们安排：{services}',
      en: '{count} core services have no floor that is a matter of place, so the plan arranges nothing for them: {services}',
    },
    remedy: {
      zh: '县里如有标准，在 standards.csv 写明文件、条款和数值，再规划',
      en: 'Where the county has a standard, put its document, clause and value in standards.csv, and plan again',
    },
  },
  'plan-no-budget': {
    what: {
      zh: '按“预算内多办事”规划，但没有填预算，因此未设上限',
      en: 'The plan should meet most need within the budget, but no budget is given, so there was no limit',
    },
    remedy: { zh: '在 county.yaml 中填写 budgetFen', en: 'Give budgetFen in county.yaml' },
  },
  'budget-below-standing': {
    what: {
      zh: '没有一个方案能控制在年运行预算 {budget} 元之内：还差 {short} 元。固定支出最大的是（元/年）：{rows}',
      en: 'No plan keeps the running budget of {budget} yuan a year: {short} yuan are missing. The largest standing costs, yuan a year: {rows}',
    },
    remedy: {
      zh: '把预算提高到 {least} 元（这样的方案仍有 {people} 人未达标），或停用（元/年）：{drop}',
      en: 'Raise the budget to {least} yuan (the plan for it leaves {people} people below a floor), or give up, yuan a year: {drop}',
    },
  },
  'standards-beyond-calendar': {
    what: {
      zh: '{service} 的标准自相矛盾，没有一种安排能做到：{rows}。{settlements} 个居民点 {people} 人因此未达标',
      en: 'Standards of {service} contradict each other or the calendar; nothing can meet them: {rows}. {people} people in {settlements} settlements miss them',
    },
    remedy: {
      zh: '日历上最接近的是：{nearest}；或给该服务增加固定渠道',
      en: 'The nearest that the calendar holds: {nearest}; or give the service a fixed channel',
    },
  },
  'standards-only-by-site': {
    what: {
      zh: '{service} 的标准超过工作日所能安排，巡回和接送都做不到，只有固定点能满足：{rows}。{settlements} 个居民点 {people} 人因此未达标',
      en: 'Standards of {service} ask for more than working days hold, so visits and rides cannot meet them, only a site can: {rows}. {people} people in {settlements} settlements miss them',
    },
    remedy: {
      zh: '日历上最接近的是：{nearest}；或在附近设固定点',
      en: 'The nearest that the calendar holds: {nearest}; or open a site within reach',
    },
  },
  'plan-malformed': {
    what: {
      zh: '方案文件的格式有误：{problem}',
      en: 'The plan is not in the expected form: {problem}',
    },
    remedy: { zh: '改正此处，或重新生成方案', en: 'Correct this entry, or make the plan again' },
  },
  'plan-of-other-county': {
    what: {
      zh: '方案属于别的县或别的时段：方案为 {have}，本县为 {want}',
      en: 'The plan is for another county or period: it says {have}, here it is {want}',
    },
    remedy: { zh: '选用本县本时段的方案', en: 'Choose a plan made for this county and period' },
  },
  'plan-duplicate-id': {
    what: { zh: '编号 {id} 重复', en: 'The id {id} is used twice' },
    remedy: { zh: '每一项用一个编号', en: 'Give each one an id of its own' },
  },
  'plan-unknown-vehicle': {
    what: {
      zh: '线路 {tour} 用的车辆 {vehicle} 不存在',
      en: 'Tour {tour} uses the vehicle {vehicle}, which does not exist',
    },
    remedy: { zh: '核对车辆编号，或重新规划', en: "Check the vehicle's id, or plan again" },
  },
  'plan-unknown-stop': {
    what: {
      zh: '线路 {tour} 的停靠点 {stop} 不存在',
      en: 'Tour {tour} calls at the stop {stop}, which does not exist',
    },
    remedy: { zh: '添加该停靠点，或删去这次到访', en: 'Add the stop, or remove the visit' },
  },
  'plan-unknown-service': {
    what: { zh: '服务 {service} 不在目录中', en: 'The catalogue has no service {service}' },
    remedy: { zh: '核对服务编号', en: "Check the service's id" },
  },
  'plan-unknown-settlement': {
    what: { zh: '自然村 {settlement} 不存在', en: 'There is no settlement {settlement}' },
    remedy: { zh: '核对自然村编号', en: "Check the settlement's id" },
  },
  'plan-unknown-facility': {
    what: { zh: '设施 {facility} 不存在', en: 'There is no facility {facility}' },
    remedy: { zh: '核对设施编号', en: "Check the facility's id" },
  },
  'plan-unknown-fund': {
    what: {
      zh: '设施 {facility} 用的资金 {fund} 不存在',
      en: '{facility} is to be paid from the fund {fund}, which does not exist',
    },
    remedy: { zh: '核对资金编号', en: "Check the fund's id" },
  },
  'site-decided-twice': {
    what: { zh: '设施 {facility} 有两个决定', en: 'There are two decisions on {facility}' },
    remedy: { zh: '只留一个', en: 'Keep one of them' },
  },
  'site-action-not-allowed': {
    what: {
      zh: '设施 {facility} 现为 {state}，不能 {action}',
      en: '{facility} is {state}, so "{action}" is not possible',
    },
    remedy: { zh: '选择适合现状的做法', en: 'Choose what its present state allows' },
  },
  'site-unfit': {
    what: { zh: '设施 {facility} 不可用：{reason}', en: '{facility} may not be used: {reason}' },
    remedy: {
      zh: '先消除原因，或换一处',
      en: 'Remove the cause first, or choose another building',
    },
  },
  'site-kind-not-possible': {
    what: { zh: '设施 {facility} 不能用作 {kind}', en: '{facility} cannot become a {kind}' },
    remedy: { zh: '选择改造方案中列出的类型', en: 'Choose a kind listed in its conversions' },
  },
  'site-figures-wrong': {
    what: {
      zh: '设施 {facility} 的 {column} 写 {have}，应为 {want}',
      en: '{column} of {facility} says {have}; it is {want}',
    },
    remedy: { zh: '按设施表改正', en: 'Take it from the facility table' },
  },
  'site-service-not-possible': {
    what: { zh: '设施 {facility} 不能提供 {service}', en: '{facility} cannot give {service}' },
    remedy: {
      zh: '去掉这项服务，或换一处设施',
      en: 'Leave the service out, or choose another building',
    },
  },
  'capital-without-fund': {
    what: {
      zh: '设施 {facility} 的投资没有写明资金来源',
      en: 'No fund is named for the capital of {facility}',
    },
    remedy: { zh: '指定一项资金', en: 'Name a fund' },
  },
  'fund-may-not-pay': {
    what: {
      zh: '资金 {fund} 不能用于 {facility}',
      en: 'The fund {fund} may not pay for {facility}',
    },
    remedy: { zh: '换一项用途相符的资金', en: 'Choose a fund whose rules allow it' },
  },
  'fund-overspent': {
    what: {
      zh: '资金 {fund} 超支：用 {have} 分，只有 {limit} 分',
      en: 'The fund {fund} is overspent: {have} fen of {limit}',
    },
    remedy: { zh: '减少项目，或换一项资金', en: 'Do less, or use another fund' },
  },
  'capital-over-budget': {
    what: {
      zh: '投资合计 {have} 分，超过预算 {limit} 分',
      en: 'Capital comes to {have} fen; the budget is {limit}',
    },
    remedy: { zh: '减少项目，或提高预算', en: 'Do less, or raise the budget' },
  },
  'running-over-budget': {
    what: {
      zh: '年运行费 {have} 分，超过预算 {limit} 分',
      en: 'Running costs come to {have} fen a year; the budget is {limit}',
    },
    remedy: {
      zh: '减少项目，或把预算提高到 {have} 分',
      en: 'Do less, or raise the budget to {have} fen',
    },
  },
  'floors-cost-more': {
    what: {
      zh: '达到各项标准每年需 {have} 分，超过预算 {limit} 分',
      en: 'Meeting the floors costs {have} fen a year; the budget is {limit}',
    },
    remedy: {
      zh: '把预算提高到 {have} 分，或改用“预算之内尽量多满足需求”的方式',
      en: 'Raise the budget to {have} fen, or plan for the most need within it',
    },
  },
  'assignment-people-wrong': {
    what: {
      zh: '{settlement} 的 {service} 分配 {have} 人，符合条件的只有 {want} 人',
      en: '{have} people of {settlement} are assigned for {service}; {want} are entitled',
    },
    remedy: { zh: '按需求改正人数', en: 'Correct the number' },
  },
  'chosen-people-wrong': {
    what: {
      zh: '{settlement} 自行选择到 {place} 办理 {service} 的应为 {want} 人，方案写 {have} 人',
      en: '{want} people of {settlement} choose {place} for {service} by themselves; the plan says {have}',
    },
    remedy: {
      zh: '按选择规则重新计算自行选择的人数',
      en: 'Work out those who choose anew, by the choice rule',
    },
  },
  'steered-too-many': {
    what: {
      zh: '{settlement} 的 {service} 安排了 {have} 人，能服从安排的只有 {want} 人',
      en: '{have} people of {settlement} are told where to go for {service}; {want} can be told',
    },
    remedy: { zh: '按可安排的比例改正人数', en: 'Correct the number to the steerable share' },
  },
  'site-over-capacity': {
    what: {
      zh: '{facility} 的 {service} 在自行选择的人之后还能接待 {room} 人次，方案安排 {have} 人次',
      en: '{facility} has room for {room} person-times of {service} after those who choose it; the plan sends {have}',
    },
    remedy: {
      zh: '增加能力，或安排到别处、用流动服务',
      en: 'Add capacity, or send people elsewhere or a vehicle to them',
    },
  },
  'assignment-place-wrong': {
    what: {
      zh: '{place} 不向 {settlement} 提供 {service}',
      en: '{place} does not give {service} to {settlement}',
    },
    remedy: { zh: '改为确实提供的地方', en: 'Name a place that does' },
  },
  'assignment-seconds-wrong': {
    what: {
      zh: '{settlement} 到 {place}（{service}）写 {have} 秒，应为 {want} 秒',
      en: 'The way from {settlement} to {place} for {service} says {have} s; it is {want} s',
    },
    remedy: { zh: '按通行时间表改正', en: 'Take it from the travel table' },
  },
  'assignment-opportunities-wrong': {
    what: {
      zh: '{settlement} 在 {place} 得到 {service} 的次数写 {have}，应为 {want}',
      en: '{settlement} has {want} chances of {service} at {place}, not {have}',
    },
    remedy: { zh: '按线路重新计数', en: 'Count them again from the tours' },
  },
  'assignment-gap-wrong': {
    what: {
      zh: '{settlement} 在 {place} 等待 {service} 的最长间隔写 {have} 天，应为 {want} 天',
      en: 'The longest wait of {settlement} for {service} at {place} is {want} {want|day|days}, not {have}',
    },
    remedy: { zh: '按线路重新计算', en: 'Work it out again from the tours' },
  },
  'people-unassigned': {
    what: {
      zh: '{settlement} 有 {people} 人需要 {service}，方案没有写明去哪里',
      en: '{people} people of {settlement} are entitled to {service} and the plan does not say where they go',
    },
    remedy: { zh: '为他们补一行', en: 'Add a line for them' },
  },
  'floor-missed-undeclared': {
    what: {
      zh: '{settlement} 的 {service} 达不到标准 {metric}（应为 {want}，实为 {have}），方案没有说明',
      en: '{settlement} misses the floor {metric} for {service} (wanted {want}, has {have}) and the plan does not say so',
    },
    remedy: {
      zh: '满足该标准，或列入缺口清单并写明原因',
      en: 'Meet the floor, or list it as a shortage with the reason',
    },
  },
  'shortage-not-real': {
    what: {
      zh: '{settlement} 的 {service} 已达到 {metric}，不必列为缺口',
      en: '{settlement} does meet {metric} for {service}; it is no shortage',
    },
    remedy: { zh: '从缺口清单中删去', en: 'Remove it from the shortages' },
  },
  'shortage-figures-wrong': {
    what: {
      zh: '{settlement} 的 {service}（{metric}）缺口中 {column} 写 {have}，应为 {want}',
      en: 'In the shortage {metric} of {service} at {settlement}, {column} says {have}; it is {want}',
    },
    remedy: { zh: '改正数字', en: 'Correct the number' },
  },
  'shortage-reason-untrue': {
    what: {
      zh: '{settlement} 的 {service}（{metric}）写作无法到达，其实有路可达',
      en: '{settlement} is called unreachable for {service} ({metric}), but there is a way',
    },
    remedy: { zh: '写明真正的原因', en: 'Give the true reason' },
  },
  'cost-cash-wrong': {
    what: {
      zh: '现金成本（{column}）写 {have} 分，应为 {want} 分',
      en: 'The cash column ({column}) says {have} fen; it is {want}',
    },
    remedy: { zh: '按成本方法重新计算', en: 'Work it out again by the cost method' },
  },
  'cost-capital-wrong': {
    what: {
      zh: '资金 {fund} 的投资（{column}）写 {have} 分，应为 {want} 分',
      en: 'The capital from {fund} ({column}) says {have} fen; it is {want}',
    },
    remedy: { zh: '按成本方法重新计算', en: 'Work it out again by the cost method' },
  },
  'cost-hours-wrong': {
    what: {
      zh: '工时（{column}）写 {have} 小时，应为 {want} 小时',
      en: 'The staff hours ({column}) say {have}; they are {want}',
    },
    remedy: { zh: '按成本方法重新计算', en: 'Work them out again by the cost method' },
  },
  'fleet-figures-wrong': {
    what: {
      zh: '{kind} 的 {column} 写 {have}，应为 {want}',
      en: '{column} of {kind} says {have}; it is {want}',
    },
    remedy: { zh: '按车辆表和线路重新计数', en: 'Count again from the vehicles and the tours' },
  },
  'level-wrong': {
    what: {
      zh: '目标层 {level}（{unit}）写 {have}，应为 {want}',
      en: 'The level {level} ({unit}) says {have}; it is {want}',
    },
    remedy: { zh: '按方案重新计算', en: 'Work it out again from the plan' },
  },
  'expert-day-unfounded': {
    what: {
      zh: '专家日（到访 {visit}，{skill}）：应到 {due} 人次，门槛或所写为 {threshold}',
      en: 'Expert day (visit {visit}, {skill}): {due} people are due, the threshold or what is written is {threshold}',
    },
    remedy: {
      zh: '取消这个专家日，改为拍片后读片，或调整 expertDayThreshold',
      en: 'Drop the expert day and read images later, or change expertDayThreshold',
    },
  },
  'expert-day-impossible': {
    what: {
      zh: '专家 {staff} 不能随到访 {visit} 出车：没有技能 {skill}、不属于该车队、不在岗，或没有这次到访',
      en: 'Expert {staff} cannot go with visit {visit}: without the skill {skill}, of another depot, away, or there is no such visit',
    },
    remedy: {
      zh: '换一位在岗的专家，或改到别的到访',
      en: 'Send another expert who is there, or with another visit',
    },
  },
  'expert-out-too-often': {
    what: {
      zh: '{who}：同一天上了两辆车，或这个月出车的天数超过 expertDaysMonth',
      en: '{who}: on two vehicles on one day, or out on more days of the month than expertDaysMonth',
    },
    remedy: { zh: '减少专家日', en: 'Take expert days away' },
  },
  'expert-images-unread': {
    what: {
      zh: '{place}：既没有专家日，也没有人读片',
      en: '{place}: there is neither an expert day nor anybody to read the images',
    },
    remedy: { zh: '写明由谁读片', en: 'Say who reads them' },
  },
}
