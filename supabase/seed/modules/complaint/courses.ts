/** How far the cases of the demo get: steps of officers, citizens and the clock, in working days. */

export interface Step {
  action: string
  /** Working days after the step before it; 0 = later the same day, for officers only. */
  after: number
  /** clock = what the system does at the end of a term, at the midnight after that day. */
  by: 'handler' | 'reviewer' | 'lead' | 'coordinator' | 'supervisor' | 'leader' | 'citizen' | 'clock'
  /** to_line and due_in are put into words of the engine when the step is taken: the body of that line, a day so many working days on. */
  payload: Record<string, string | number>
}

export interface Course {
  /** Filed so many working days ago; 0 = now. */
  age: number
  steps: Step[]
}

const step =
  (action: string, payload: Step['payload'] = {}, by: Step['by'] = 'handler') =>
  (after: number): Step => ({ action, after, by, payload })

/** 审批: the answer of the second person to what was asked just before. */
export const grant = step('grant', { reason: '同意' }, 'reviewer')
export const grantByLead = step('grant', { reason: '同意' }, 'lead')
export const turnDown = (reason: string) => step('refuse_approval', { reason }, 'reviewer')
/** A step that a second person agrees to: some hours later, or so many working days. */
const agreed =
  (ask: (after: number) => Step) =>
  (after: number, decidedAfter = 0): Step[] => [ask(after), grant(decidedAfter)]

export const receive = step('receive')
export const accept = step('accept')
export const askRefuse = step('refuse', {
  ground: 'not_consumer',
  public_text: '您反映的事项不属于为生活消费需要发生的争议，建议向人民法院起诉或申请仲裁。',
})
export const askRefuseUnproven = step('refuse', {
  ground: 'materials_missing',
  public_text: '您未在期限内补充付款凭证，现有材料不能证明存在消费争议，决定不予受理。补齐材料后可以再次投诉。',
})
export const refuse = agreed(askRefuse)
export const refuseUnproven = agreed(askRefuseUnproven)
export const askMaterial = step('request_material', { note: '请补充购物小票或付款记录照片' })
export const askClue = step('request_material', { note: '请补充现场照片或大致时间，便于核查' })
export const supply = step('supply_material', { text: '小票找到了：当日 18 时付款，微信支付，共 46.8 元，商品批号在照片里。' }, 'citizen')
export const lapseSupply = step('lapse_supply', {}, 'clock')
export const withdraw = step('withdraw', {}, 'citizen')
export const suspend = step('suspend', { note: '商品已送检，等待鉴定意见' })
export const resume = step('resume')
export const agree = step('conclude', { outcome: 'agreed', note: '双方当面协商，商家同意退款' })
export const disagree = step('conclude', { outcome: 'no_agreement', note: '两次组织调解，商家不同意退款，终止调解' })
export const askAnswer = step('answer', { public_text: '经调解，商家已退还货款，双方签署调解协议。感谢您的监督。' })
export const answerAgreed = agreed(askAnswer)
export const answerDisagreed = agreed(step('answer', { public_text: '经调解双方未达成一致，已终止调解。您可以凭本告知向人民法院起诉。' }))
export const askFileCase = step('file_case', { note: '现场核查属实，建议立案' })
export const fileCase = agreed(askFileCase)
export const askNotFile = step('not_file', { ground: 'no_breach', public_text: '经现场核查，当事人证照齐全，未发现违法行为。' })
export const notFile = agreed(askNotFile)
export const notify = step('notify', { public_text: '您举报的事项经核查属实，已立案调查。' })
export const askCorrect = step('answer', { outcome: 'corrected', public_text: '已责令当事人改正，经复查整改到位。' })
export const correct = agreed(askCorrect)
export const askExtend = step('extend', { note: '需要等待检测报告，延长核查期限' })
export const extend = agreed(askExtend)
export const urge = step('urge', { note: '已超过办理期限，请尽快办理' }, 'coordinator')
export const supervise = step('supervise', { note: '三日内报送办理情况', due_in: 3 }, 'coordinator')
export const superviseFromCity = step('supervise', { note: '群众多次反映，请查明原因并报办理结果', due_in: 5 }, 'supervisor')
export const answerSupervision = step('answer_supervision', { note: '已约谈经营者，退款方案本周内落实，结果随后报送' })
export const lapseSupervision = step('lapse_supervision', {}, 'clock')
export const instruct = step('instruct', { note: '涉及人数较多，请查清资金去向，依法处理并做好解释' }, 'leader')
export const assign = step('assign', { note: '熟悉该片区，由其承办' }, 'lead')
export const handOver = (line: string, note: string) => step('hand_over', { to_line: line, note })
export const giveBack = step('give_back', { ground: 'other_line', note: '经核实属其他部门职责，请重新分派' })
export const dispatch = (line: string, note: string) => step('dispatch', { to_line: line, note }, 'coordinator')
export const pleased = step('rate', { level: 5, reason: '处理得很快，谢谢' }, 'citizen')
export const content = step('rate', { level: 4, reason: '' }, 'citizen')
export const displeased = step('rate', { level: 2, reason: '等的时间太长' }, 'citizen')
export const callBack = step('call_back', { note: '电话回访：对处理结果认可，对等待时间不满意，已说明原因并致歉' })

export const course = (age: number, ...steps: (Step | Step[])[]): Course => ({ age, steps: steps.flat() })

/**
 * In the order of the stories, twice round, so that no two are alike. The terms (7 working days to accept,
 * 15 to decide …) and the ages give every light, and cases closed in time and late.
 */
export const demoCourses: Record<'complaint' | 'tip', Course[]> = {
  complaint: [
    course(0),
    course(24, receive(1), accept(3), agree(12), answerAgreed(3), pleased(1)),
    course(16, receive(2), accept(4)),
    course(32, receive(4), accept(8), agree(10), answerAgreed(4, 1), displeased(2), callBack(1)),
    course(21, receive(3), refuse(6)),
    course(27, receive(1), refuse(5, 1)),
    course(2),
    course(1),

    course(36, receive(1), accept(2), disagree(18), answerDisagreed(9), displeased(1)),
    course(11, receive(3), urge(7)),
    course(22, receive(1), askMaterial(2), supply(3), accept(3), agree(8), answerAgreed(2), pleased(1)),
    course(7, receive(1)),
    course(14, receive(1), urge(9)),
    course(5, receive(1), accept(2)),
    course(48, receive(1), accept(3)),
    course(13, receive(1), accept(2), withdraw(3)),
  ],
  // Of a submission that is both, the complaint's age counts: places 4 and 11 of this list.
  tip: [
    course(1),
    course(30, receive(1), fileCase(9), notify(3), correct(10), content(1)),
    course(14, receive(1)),
    course(21, receive(2), notFile(9)),
    course(26, receive(3), notFile(14)),
    course(20, receive(1), extend(10)),
    course(3),

    course(22, receive(1), notFile(10, 1)),
    course(18, receive(2)),
    course(34, receive(1), fileCase(12), notify(4), correct(12), pleased(2)),
    course(9, receive(1)),
    course(6, receive(1)),
    course(23, receive(1), urge(16), supervise(4)),
    course(12, receive(1), askClue(2)),
  ],
}
