/** The flow of the tests (trial.sql), written a second time: see proof/types.ts. */
import type { Flow, Move, Walk } from '../../proof/types.ts'

const handle = 'trial.handle'
const own = (to: string, more: Partial<Move> = {}): Move => ({ to, permission: handle, own: true, ...more })
const revoked = Object.fromEntries(['awaiting', 'working', 'paused', 'returned'].map((state) => [state, { revoke: 'revoked' }]))

async function draft({ call, newest }: Walk): Promise<string> {
  await call('handler.county-market', `select private.trial_open('游走', '正文')`)
  return newest(`kind = 'trial' and title = '游走'`)
}
async function part(walk: Walk): Promise<string> {
  const notice = await draft(walk)
  await walk.act(notice, 'handler.county-market', 'send', { receivers: [walk.orgOf('sibling-market')], due_on: '2099-01-05' })
  await walk.agree(notice, 'reviewer.county-market')
  return walk.newest(`parent_id = '${notice}'`)
}

export const trialFlows: Flow[] = [
  {
    kind: 'trial',
    module: 'trial',
    table: 'public.trial_notices',
    start: draft,
    closed: ['complete', 'cancelled'],
    moves: { drafting: { send: own('sent', { approval: 'trial.approve' }) }, sent: { cancel: own('cancelled') } },
    system: { sent: { complete: 'complete' } },
    press: { permission: 'trial.supervise', states: {} },
    handled: ['drafting', 'sent'],
  },
  {
    kind: 'trial_part',
    module: 'trial',
    table: 'public.trial_parts',
    start: part,
    reach: (from, to) => from.lineCode === to.lineCode,
    // What came from the own body has nobody to go back to.
    mayGoOn: ({ isOwners }, action) => action !== 'give_back' || !isOwners,
    closed: ['answered', 'revoked'],
    moves: {
      awaiting: { sign: own('working') },
      working: {
        answer: own('answered'),
        pause: own('paused'),
        extend: own('working', { times: 2 }),
        give_back: own('returned', { passes: 'back' }),
        hurry: { to: 'working', permission: handle, side: 'owner' },
        lend: own('working'),
      },
      paused: { go_on: own('working') },
      returned: { pass_on: { to: 'awaiting', permission: handle, passes: 'on' } },
    },
    system: { ...revoked, awaiting: { revoke: 'revoked', lapse_sign: 'working' } },
    press: { permission: 'trial.supervise', states: { awaiting: handle, working: handle, paused: handle } },
    handled: ['awaiting', 'working', 'paused'],
  },
]

export const partFlow = trialFlows[1] as Flow
