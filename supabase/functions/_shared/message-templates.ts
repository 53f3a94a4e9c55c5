/** The words of every message that leaves the system; a row of the queue names one and brings what is to be filled in. */
export interface Filling {
  params: Record<string, unknown>
  secret: string | null
  address: string
  expiresAt: string
  /** Where people reach the system; unknown: no link. */
  siteUrl: string | undefined
}

type Template = (filling: Filling) => { subject: string; text: string }

const timeFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })
const word = (value: unknown) => (typeof value === 'string' ? value : '')

export const templates: Record<string, Template> = {
  invitation: ({ params, secret, address, expiresAt, siteUrl }) => {
    const site = word(params.site)
    const link = siteUrl ? `${siteUrl.replace(/\/$/, '')}/join?email=${encodeURIComponent(address)}` : undefined
    return {
      subject: `${site}：邀请您开通账号`,
      text: [
        `${word(params.name)}，您好：${word(params.org)}邀请您开通“${site}”的工作账号。`,
        `您的邀请码 ${secret ?? ''}，有效至 ${timeFormat.format(new Date(expiresAt))}，只能使用一次。`,
        link ? `请打开 ${link} ，填写邀请码并设置密码。` : '请打开系统的“开通账号”页面，用本邮箱和邀请码设置密码。',
        '账号开通后由安全管理员授予角色。邀请码只发给您本人，请勿转告他人。',
      ].join('\n'),
    }
  },
}
