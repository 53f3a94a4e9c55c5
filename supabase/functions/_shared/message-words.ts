/** From a template with named fields to the words that leave; what only the sender knows is filled in here. */
import { MessageError } from './message-channel.ts'

export interface Filling {
  params: Record<string, unknown>
  secret: string | null
  address: string
  expiresAt: string
  /** Where people reach the system; unknown: no link. */
  siteUrl: string | undefined
}

const timeFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })

function fieldsOf({ params, secret, address, expiresAt, siteUrl }: Filling): Record<string, unknown> {
  const site = siteUrl?.replace(/\/$/, '')
  return {
    ...params,
    until: timeFormat.format(new Date(expiresAt)),
    join: site
      ? `请打开 ${site}/join?email=${encodeURIComponent(address)} ，填写邀请码并设置密码。`
      : '请打开系统的“开通账号”页面，用本邮箱和邀请码设置密码。',
    site_url: site ? ` ${site} ` : '',
    ...(secret ? { code: secret } : {}),
  }
}

/** Raises a MessageError that names the field for which there is nothing: a message with a hole in it is not sent. */
export function fillWords(words: string, filling: Filling): string {
  const fields = fieldsOf(filling)
  return words.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (typeof value !== 'string') throw new MessageError(`消息缺少字段 ${name} 的内容`)
    return value
  })
}
