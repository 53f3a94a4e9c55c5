export const units = ['workday', 'day', 'hour', 'month', 'year'] as const
export type Unit = (typeof units)[number]

/** As it follows a number: 7 个工作日. */
export const unitLabels: Record<Unit, string> = { workday: '个工作日', day: '个自然日', hour: '小时', month: '个月', year: '年' }

export const termWord = ({ amount, unit }: { amount: number; unit: Unit }) => `${amount} ${unitLabels[unit]}`
