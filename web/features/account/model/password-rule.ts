const classes = [/[a-z]/, /[A-Z]/, /\d/]

export const passwordHint = '至少 10 位，含大写字母、小写字母和数字，不得包含邮箱用户名'

/** GB/T 22239 identification rule as the offices apply it; the auth service asks for the same. Null = fine. */
export function passwordProblem(password: string, email: string): string | null {
  if (password.length < 10) return '密码至少 10 位'
  if (!classes.every((kind) => kind.test(password))) return '密码须含大写字母、小写字母和数字'
  const user = email.split('@')[0]?.toLowerCase() ?? ''
  if (user.length >= 3 && password.toLowerCase().includes(user)) return '密码不得包含邮箱用户名'
  return null
}
