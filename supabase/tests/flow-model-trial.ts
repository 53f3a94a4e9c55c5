/** The flow of the tests (trial/trial.sql): see flow-model.ts. */
import type { Flow, Move } from './flow-model.ts'

const handle = 'trial.handle'
const own = (to: string, more: Partial<Move> = {}): Move => ({ to, permission: handle, own: true, ...more })
const revoked = Object.fromEntries(['awaiting', 'working', 'paused', 'returned'].map((state) => [state, { revoke: 'revoked' }]))

export const trialFlows: Flow[] = [
  {
    kind: 'trial',
    module: 'trial',
    table: 'public.trial_notices',
    start: `select private.trial_open('游走', '正文')`,
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
    closed: ['answered', 'revoked'],
    moves: {
      awaiting: { sign: own('working') },
      working: {
        answer: own('answered'),
        pause: own('paused'),
        extend: own('working'),
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
