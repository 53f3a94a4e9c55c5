/** Where messages go: the gateway that the environment names, else one line each on the output of the process. */
import { StackError } from './errors.ts'
import { readKeyFile } from './secrets.ts'

export interface MessageGateway {
  /** For the functions. */
  env: Record<string, string>
  /** host:port that they may call. */
  allowNet: string[]
}

/** Throws StackError when it is set up by half. */
export function messageGateway(url: string, env: NodeJS.ProcessEnv = process.env): MessageGateway {
  const address = env.MESSAGE_URL?.trim() ?? ''
  const site = { SITE_URL: env.SITE_URL?.trim() || url }
  if (!address) return { env: { ...site, MESSAGE_CHANNEL: 'console' }, allowNet: [] }
  const file = env.MESSAGE_KEY_FILE?.trim() ?? ''
  const key = file ? readKeyFile(file, '消息网关密钥', 'MESSAGE_KEY_FILE') : (env.MESSAGE_KEY?.trim() ?? '')
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new StackError(`MESSAGE_URL 不是正确的网址：${address}。`, '例如 https://gateway.example/messages')
  if (key.length < 16)
    throw new StackError('消息网关的密钥没有配置，或不足 16 个字符。', '请用 MESSAGE_KEY_FILE 或 MESSAGE_KEY 给出与网关约定的密钥。')
  const { hostname, port, protocol } = new URL(address)
  return {
    env: { ...site, MESSAGE_URL: address, MESSAGE_KEY: key },
    allowNet: [`${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`],
  }
}
