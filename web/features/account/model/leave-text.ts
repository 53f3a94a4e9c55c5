const texts: Record<string, string> = {
  idle: '您超过 30 分钟没有操作，系统已自动退出。正在填写的内容保留在本机 24 小时，重新登录后可以继续。',
  lost: '登录已失效：可能已在别处退出、被结束，或账号有变动。正在填写的内容保留在本机 24 小时，重新登录后可以继续。',
}

/** Why the sign-in page is shown to somebody who did not sign out; undefined: they did, or came by themselves. */
export function leaveText(state: unknown): string | undefined {
  const reason = typeof state === 'object' && state !== null && 'reason' in state ? state.reason : undefined
  return typeof reason === 'string' && Object.hasOwn(texts, reason) ? texts[reason] : undefined
}
