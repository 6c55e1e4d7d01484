import type { postCodes } from '../../kernel/codes/posts.ts'
import type { Message } from '../language.ts'

export const postMessages: Record<keyof typeof postCodes, Message> = {
  'site-without-staff': {
    what: {
      zh: '{facility} 每年要 {hours} 小时的{post}，方案没有写明由谁承担',
      en: '{facility} takes {hours} hours a year of a {post}, and the plan does not say whose',
    },
    remedy: {
      zh: '写明占用几个空编，或从哪个机构调人',
      en: 'Say how many free posts it fills, or from which building staff are moved',
    },
  },
  'site-staff-wrong': {
    what: {
      zh: '{facility} 的人员安排不对：需要{post} {want} 小时，写的是{other} {have} 小时',
      en: 'The staff of {facility} do not fit: {want} hours of a {post} needed, {have} of a {other} given',
    },
    remedy: { zh: '改正岗位或增加编制数', en: 'Correct the kind of post, or give more posts' },
  },
  'posts-overfilled': {
    what: {
      zh: '{post}编制 {authorised} 个，现有 {filled} 人，方案又增加 {added} 人',
      en: 'Of {authorised} authorised posts ({post}) {filled} are filled, and the plan fills {added} more',
    },
    remedy: {
      zh: '少开一处，从别处调人，或申请增加编制',
      en: 'Open one site less, move staff, or apply for more posts',
    },
  },
  'posts-overfilled-today': {
    what: {
      zh: '{post}编制 {authorised} 个，现在就有 {filled} 人',
      en: '{filled} posts ({post}) are filled already today, of {authorised} authorised',
    },
    remedy: {
      zh: '核对人员表，或更正 county.yaml 的 posts',
      en: 'Check the staff table, or correct `posts` in county.yaml',
    },
  },
  'staff-may-not-move': {
    what: {
      zh: '从 {place} 调出 {want} 小时{post}，不受执业地点限制的只有 {have} 小时',
      en: '{want} hours ({post}) leave {place}; {have} are of staff whom no licence binds there',
    },
    remedy: {
      zh: '从别处调人、变更执业地点，或占用空编',
      en: 'Move staff from elsewhere, change a licence, or fill free posts',
    },
  },
  'licence-elsewhere': {
    what: {
      zh: '{staff} 的执业地点是 {licence}，排班却在 {place}；工时只计在 {licence}',
      en: '{staff} is licensed at {licence} but on a rota at {place}; the hours count at {licence} only',
    },
    remedy: {
      zh: '变更或备案执业地点，或改排班',
      en: 'Have the licence changed or extended, or change the rota',
    },
  },
  'posts-not-stated': {
    what: {
      zh: '{facility} 每年要 {hours} 小时的{post}；没有写明该岗位编制，无法核对由谁承担',
      en: '{facility} takes {hours} hours a year of a {post}; posts of this kind are not stated, so who gives them could not be checked',
    },
    remedy: {
      zh: '在 county.yaml 的 posts 中填写编制数',
      en: 'State the authorised posts under `posts` in county.yaml',
    },
  },
}
