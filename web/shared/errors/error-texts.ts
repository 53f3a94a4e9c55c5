import type { ErrorKind } from './app-error.ts'

/** Fallback sentences, used when the server gave no hint of its own. */
export const errorTexts: Record<ErrorKind, string> = {
  unauthenticated: '登录已失效，请重新登录。',
  forbidden: '您没有办理此事项的权限，或记录已被他人改动，请刷新后再试。',
  'not-found': '没有找到相应内容，可能已被移走或您无权查看。',
  conflict: '该事项刚刚被他人办理过，请刷新后按最新状态办理。',
  duplicate: '已存在相同的记录。',
  'in-use': '该记录正在被引用，不能删除。',
  invalid: '填写的内容不符合要求，请检查后重试。',
  'rate-limited': '操作过于频繁，请稍后再试。',
  network: '网络连接不上，请检查网络后重试；已填写的内容不会丢失。',
  unexpected: '系统繁忙，请稍后重试；多次出现请联系管理员。',
}
