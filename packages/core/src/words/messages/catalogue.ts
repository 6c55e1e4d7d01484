import type { catalogueCodes } from '../../kernel/codes/catalogue.ts'
import type { Message } from '../language.ts'

export const catalogueMessages: Record<keyof typeof catalogueCodes, Message> = {
  'catalogue-malformed': {
    what: {
      zh: '服务目录的格式有误：{problem}',
      en: 'The catalogue is not in the expected form: {problem}',
    },
    remedy: { zh: '按目录说明改正此处', en: 'Correct this entry as the catalogue page describes' },
  },
  'catalogue-duplicate-id': {
    what: {
      zh: '服务编号 {service} 出现了 {count} 次',
      en: 'Service {service} appears {count} {count|time|times}',
    },
    remedy: { zh: '每项服务用一个编号', en: 'Give every service an id of its own' },
  },
  'unknown-operator': {
    what: {
      zh: '{service} 的资格规则用了未定义的运算“{operator}”',
      en: 'The rule of {service} uses the unknown operator "{operator}"',
    },
    remedy: { zh: '改用 ruleOperators 中的运算', en: 'Use an operator listed under ruleOperators' },
  },
  'unknown-attribute': {
    what: {
      zh: '{service} 的资格规则用了未定义的属性“{attribute}”',
      en: 'The rule of {service} uses the unknown attribute "{attribute}"',
    },
    remedy: {
      zh: '改用 attributes 中的属性，或先在那里定义',
      en: 'Use an attribute listed under attributes, or declare it there first',
    },
  },
  'unknown-channel-kind': {
    what: {
      zh: '{service} 的渠道类型“{kind}”没有定义',
      en: '{service} has a channel of the unknown kind "{kind}"',
    },
    remedy: {
      zh: '改用 facilityKind 或 vehicleKind 中的类型',
      en: 'Use a kind listed under facilityKind or vehicleKind',
    },
  },
  'choice-without-site': {
    what: {
      zh: '{service} 规定了自行选择，但没有固定场所可选',
      en: '{service} lets people choose a site, but is given at none',
    },
    remedy: {
      zh: '加上固定渠道，或去掉 choice',
      en: 'Add a fixed channel, or leave choice out',
    },
  },
  'unknown-national-item': {
    what: {
      zh: '{service} 对应的国家项目第 {item} 项不存在',
      en: '{service} points to national item {item}, which does not exist',
    },
    remedy: { zh: '核对国家项目编号', en: 'Check the number in the list of national items' },
  },
  'national-items-uncovered': {
    what: {
      zh: '{count} 个国家项目没有服务承接：{items}',
      en: '{count} national items have no service: {items}',
    },
    remedy: {
      zh: '为缺少的项目添加服务，或说明由谁承接',
      en: 'Add services for them, or note who provides them',
    },
  },
  'hukou-gates-basic-service': {
    what: {
      zh: '基本服务 {service} 的资格规则以户籍为条件：{rule}',
      en: 'The basic service {service} tests hukou: {rule}',
    },
    remedy: {
      zh: '去掉户籍条件；基本服务面向常住人口',
      en: 'Remove the test; basic services go by where people live',
    },
  },
  'residence-gates-basic-service': {
    what: {
      zh: '基本服务 {service} 把常住居民排除在外：{rule}',
      en: 'The basic service {service} leaves out people who live here: {rule}',
    },
    remedy: {
      zh: '让常住居民（permanent）也符合条件',
      en: 'Let permanent residents qualify as well',
    },
  },
  'rule-without-basis': {
    what: {
      zh: '基本服务 {service} 的资格没有写明法律依据',
      en: 'The entitlement to the basic service {service} names no legal basis',
    },
    remedy: {
      zh: '填写 legalBasis（法规名称与版本）及其来源',
      en: 'Fill in legalBasis (law and version) and where it is taken from',
    },
  },
  'programme-without-basis': {
    what: {
      zh: '{service} 不是基本服务，也没有写明政策依据',
      en: '{service} is not a basic service and names no policy it rests on',
    },
    remedy: {
      zh: '有政策文件时，填入 legalBasis',
      en: 'Fill in legalBasis when there is a policy document',
    },
  },
  'basis-unconfirmed': {
    what: {
      zh: '{count} 项服务的法律依据尚未核实：{services}',
      en: 'The legal basis of {count} {count|service|services} is not confirmed yet: {services}',
    },
    remedy: {
      zh: '正式使用前，对照法规原文核实',
      en: 'Check them against the texts before any official use',
    },
  },
  'assumed-not-marked': {
    what: {
      zh: '{service} 的 {metric} 类别是 {kind}，来源却是 {source}：是否为假定值，两处不一致',
      en: '{metric} of {service} is of kind {kind} but of source {source}: the two disagree on whether it is assumed',
    },
    remedy: {
      zh: '假定值：类别写 assumed，来源写 A；否则写明真实来源',
      en: 'For an assumed value write kind assumed and source A; otherwise name the true source',
    },
  },
  'standard-without-source': {
    what: {
      zh: '{service} 的 {metric} 没有可查的来源（“{source}”）',
      en: '{metric} of {service} names no known source ("{source}")',
    },
    remedy: {
      zh: '填写 sources 中的来源编号',
      en: 'Name one of the sources listed under sources',
    },
  },
  'value-without-clause': {
    what: {
      zh: '{service} 的 {metric}（{value}，{kind}）没有文件和条款，只作参考，不作底线',
      en: '{metric} of {service} ({value}, {kind}) names no document and clause: it is compared with, not binding',
    },
    remedy: {
      zh: '找到原文后填写文件与条款',
      en: 'Fill in document and clause once the text is at hand',
    },
  },
  'floor-without-clause': {
    what: {
      zh: '{service} 的 {metric} 没有写明文件和条款，不能作为底线',
      en: 'The floor {metric} of {service} names no document and clause and does not bind',
    },
    remedy: { zh: '填写文件名称与条款', en: 'Fill in the document and its clause' },
  },
  'standard-below-parent': {
    what: {
      zh: '{service} 的 {metric}：{level} 标准 {value} 低于 {parentLevel} 标准 {parent}（{document}），不予采用',
      en: '{metric} of {service}: the {level} value {value} falls short of the {parentLevel} value {parent} ({document}) and is refused',
    },
    remedy: {
      zh: '改为不低于上级标准的值，或删去此行；目前按上级标准执行',
      en: 'Set it at least as good for the resident, or remove the row; the higher authority binds meanwhile',
    },
  },
  'standard-below-unconfirmed': {
    what: {
      zh: '{service} 的 {metric}：采用值 {value} 低于目录中尚无条款的 {kind} 值 {parent}',
      en: '{metric} of {service}: the adopted {value} falls short of the {kind} value {parent}, which has no clause yet',
    },
    remedy: {
      zh: '核实上级标准；若属实，请提高采用值',
      en: 'Confirm the higher value; if it holds, raise the adopted one',
    },
  },
  'standard-unknown-service': {
    what: {
      zh: '标准所指的服务 {service} 不在目录中',
      en: 'The standard names the service {service}, which the catalogue does not have',
    },
    remedy: {
      zh: '核对服务编号，或先把服务加入目录',
      en: 'Check the id, or add the service to the catalogue first',
    },
  },
  'standard-versions-overlap': {
    what: {
      zh: '{service} 的 {metric}（{level}）有两个版本同时有效：自 {first} 和自 {second}',
      en: '{metric} of {service} ({level}) has two versions in force at once: from {first} and from {second}',
    },
    remedy: {
      zh: '给旧版本填写截止日；目前按对居民更有利的执行',
      en: 'Give the older one its last day; the one better for residents binds meanwhile',
    },
  },
  'goal-id-twice': {
    what: { zh: '有两个目标的编号都是“{id}”', en: 'Two goals have the id “{id}”' },
    remedy: { zh: '给其中一个换个编号', en: 'Give one of them another id' },
  },
  'goal-parent-unknown': {
    what: {
      zh: '目标“{id}”的上级“{parent}”不存在',
      en: 'The goal “{id}” serves “{parent}”, which is not there',
    },
    remedy: { zh: '先加上级目标，或改选上级', en: 'Add that goal first, or choose another' },
  },
  'goal-in-ring': {
    what: { zh: '目标“{id}”绕回了自己', en: 'The goal “{id}” leads back to itself' },
    remedy: { zh: '改选一个上级目标', en: 'Choose another goal for it to serve' },
  },
  'goal-service-unknown': {
    what: {
      zh: '目标“{id}”里的服务“{service}”不在目录里',
      en: 'The service “{service}” of the goal “{id}” is not in the catalogue',
    },
    remedy: { zh: '从服务目录里选', en: 'Choose one of the catalogue' },
  },
  'goal-year-twice': {
    what: {
      zh: '目标“{id}”的一个指标给 {year} 年定了两个值',
      en: 'An indicator of the goal “{id}” has two targets for {year}',
    },
    remedy: { zh: '留一个', en: 'Keep one of them' },
  },
  'goal-without-indicator': {
    what: {
      zh: '目标“{name}”（{id}）没有一个有记录的指标，说不出做到了没有',
      en: 'Nothing shows how far the goal “{name}” ({id}) is: none of its indicators has records',
    },
    remedy: {
      zh: '加一个指标：本乡镇能不能办（有目录就有记录），或者达标率（先采用带文号、条款的标准）',
      en: 'Add an indicator: the service in one’s own township, which always has records; or coverage, once a standard with document and clause is adopted',
    },
  },
  'indicator-without-records': {
    what: {
      zh: '目标“{id}”的指标 {figure} 没有记录可读',
      en: 'The indicator {figure} of the goal “{id}” has no records to be read from',
    },
    remedy: {
      zh: '为它看的服务采用标准，或换一个指标',
      en: 'Adopt a standard for a service it reads, or choose another figure',
    },
  },
  'figure-id-twice': {
    what: { zh: '指标编号 {id} 用了两次', en: 'The id {id} names two figures' },
    remedy: { zh: '给其中一个换编号', en: 'Give one of them another id' },
  },
  'figure-unit-mixed': {
    what: {
      zh: '指标 {id} 写的单位是 {said}，它数的却是 {counts}',
      en: 'Figure {id} says its unit is {said}, and it counts {counts}',
    },
    remedy: {
      zh: '改单位或改公式；人数和人次不能混',
      en: 'Change the unit or the formula; people and person-times are never mixed',
    },
  },
  'figure-time-wrong': {
    what: {
      zh: '指标 {id} 写的是 {said}，它的记录却是 {records}',
      en: 'Figure {id} says it is a {said}, and its records are a {records}',
    },
    remedy: { zh: '改成记录的那一种', en: 'Say what its records are' },
  },
  'figure-unknown': {
    what: { zh: '没有指标 {id}', en: 'There is no figure {id}' },
    remedy: { zh: '从指标表里选', en: 'Choose one from the list of figures' },
  },
  'figure-not-divided': {
    what: { zh: '指标 {id} 不能按 {by} 分', en: 'Figure {id} cannot be divided by {by}' },
    remedy: {
      zh: '换一种分法，或不分',
      en: 'Divide it another way, or not at all',
    },
  },
  'figure-days-turned': {
    what: {
      zh: '起始日 {from} 晚于截止日 {to}',
      en: 'The period begins on {from}, after its last day {to}',
    },
    remedy: { zh: '把两个日期对调', en: 'Exchange the two dates' },
  },
}
