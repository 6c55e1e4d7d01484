import type { signInCodes } from '../../kernel/codes/sign-in.ts'
import type { Message } from '../language.ts'

export const signInMessages: Record<keyof typeof signInCodes, Message> = {
  'provider-not-set-up': {
    what: { zh: '没有设置统一身份登录', en: 'No sign-in provider is set up here' },
    remedy: { zh: '请用用户名和密码登录', en: 'Sign in with your name and password' },
  },
  'provider-away': {
    what: {
      zh: '统一身份认证服务暂时连不上',
      en: 'The sign-in provider cannot be reached just now',
    },
    remedy: {
      zh: '请稍后再试，或改用密码登录',
      en: 'Try again shortly, or sign in with your name and password',
    },
  },
  'provider-refused': {
    what: {
      zh: '统一身份认证没有通过，或回来的答复对不上',
      en: 'The sign-in provider did not vouch for you, or its answer does not fit what was asked',
    },
    remedy: { zh: '请从登录页重新开始', en: 'Begin again from the sign-in page' },
  },
  'provider-flow-over': {
    what: {
      zh: '这次登录已用过或超过 10 分钟',
      en: 'This sign-in was used already or took longer than 10 minutes',
    },
    remedy: { zh: '请从登录页重新开始', en: 'Begin again from the sign-in page' },
  },
  'provider-identity-unknown': {
    what: {
      zh: '身份“{identity}”还没有对应的用户',
      en: 'The identity “{identity}” belongs to no account here yet',
    },
    remedy: {
      zh: '请把它告诉管理员，由管理员在“设置 · 用户”里对应到您的账号',
      en: 'Tell it to an administrator, who links it to your account under Settings, Users',
    },
  },
  'provider-email-unverified': {
    what: {
      zh: '身份认证服务没有核实过您的邮箱',
      en: 'The sign-in provider has not verified your e-mail address',
    },
    remedy: { zh: '请在认证服务里核实邮箱', en: 'Have it verified there first' },
  },
}
