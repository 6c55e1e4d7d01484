import type { policyCodes } from '../../kernel/codes/policies.ts'
import type { Message } from '../language.ts'

export const policyMessages: Record<keyof typeof policyCodes, Message> = {
  'policy-text-twice': {
    what: {
      zh: '政策文件“{title}”（{id}）的同一条登记了两次，或编号重了',
      en: 'The policy text “{title}” ({id}) is entered twice, or its id is another’s',
    },
    remedy: { zh: '留一条，或换编号', en: 'Keep one, or give it another id' },
  },
  'project-without-standard': {
    what: {
      zh: '设施项目“{name}”（{kind}）背后没有标准：它要提供的服务（{services}）都没有现行标准',
      en: 'No standard is behind the facility project “{name}” ({kind}): none of its services ({services}) has one in force',
    },
    remedy: {
      zh: '先为其中一项服务采用带文号、条款的标准，或者说明为什么要建',
      en: 'Adopt a standard with document and clause for one of them first, or ask why it is to be built',
    },
  },
  'item-without-standard': {
    what: {
      zh: '方案安排了 {service}（{mode}），但没有现行标准要求它',
      en: 'The plan gives {service} ({mode}), which no standard in force asks for',
    },
    remedy: {
      zh: '为它采用标准，或把钱留给有标准的服务',
      en: 'Adopt a standard for it, or keep the money for services that have one',
    },
  },
  'standard-without-text': {
    what: {
      zh: '标准 {service} {metric} 引的“{document}”{clause}，政策文件里没有登记',
      en: 'The standard {service} {metric} cites “{document}” {clause}, which is not among the policy texts',
    },
    remedy: {
      zh: '登记这份文件：标题、文号、条款、日期',
      en: 'Enter the text: its title, number, article and date',
    },
  },
  'standard-without-item': {
    what: {
      zh: '标准 {service} {metric}（{document}）在方案里没有任何安排去落实',
      en: 'Nothing in the plan carries out the standard {service} {metric} ({document})',
    },
    remedy: {
      zh: '看“还差谁”，补上场所、巡回或上门',
      en: 'See who is missed, and add a site, a tour or doorstep visits',
    },
  },
  'text-without-standard': {
    what: {
      zh: '政策文件“{title}”（{id}）没有一项现行标准引用',
      en: 'No standard in force cites the policy text “{title}” ({id})',
    },
    remedy: {
      zh: '文件里有数的，采用为标准；没有数的留着备查',
      en: 'Adopt the values it states as standards; where it states none, keep it for reference',
    },
  },
}
