/** 投诉 and 举报 by the rules of the field (总局令121号, 行政处罚程序规定): written a second time, see proof/types.ts. */
import { places } from '../../people.ts'
import type { Flow, Move, Walk } from '../../proof/types.ts'
import { fileCase } from './filing.ts'

const handle = 'complaint.handle'
const own = (to: string, more: Partial<Move> = {}): Move => ({ to, permission: handle, own: true, ...more })
const agreed = (to: string): Move => own(to, { approval: 'complaint.approve' })
const passing = {
  hand_over: own('awaiting_receipt', { passes: 'on' }),
  give_back: own('awaiting_dispatch', { passes: 'back' }),
}
const dispatch = { dispatch: { to: 'awaiting_receipt', permission: 'complaint.dispatch', passes: 'on' } satisfies Move }
const called = (state: string): Record<string, Move> => ({ call_back: { to: state, permission: handle } })
const withdrawn = (states: string[]) => Object.fromEntries(states.map((state) => [state, { withdraw: 'withdrawn' }]))

const complaintOpen = ['awaiting_dispatch', 'awaiting_receipt', 'awaiting_decision', 'awaiting_material', 'mediating', 'suspended', 'concluded']
const tipOpen = ['awaiting_dispatch', 'awaiting_receipt', 'verifying', 'awaiting_material', 'investigating']

const press = (states: string[]) => ({
  permission: 'complaint.supervise',
  states: Object.fromEntries(states.map((state) => [state, state === 'awaiting_dispatch' ? 'complaint.dispatch' : handle])),
})
const handled = (states: string[]) => states.filter((state) => state !== 'awaiting_dispatch')

const grounds = { give_back: 'other_line', not_file: 'no_breach', '': 'not_consumer' }
/** Four hand-overs, two returns; then somebody decides. */
const mayGoOn: Flow['mayGoOn'] = ({ hops, returns }, action) => (action === 'give_back' ? returns < 2 : action !== 'hand_over' || hops < 4)
const file =
  (type: 'complaint' | 'tip') =>
  async ({ db }: Walk): Promise<string> => {
    const [filed] = await fileCase(db, { name: 'walk', types: [type], matter: 'food', region: places.town })
    return filed?.item_id as string
  }
const common: Pick<Flow, 'module' | 'table' | 'isTimed' | 'unwalked' | 'grounds' | 'mayGoOn' | 'instruct'> = {
  module: 'complaint',
  table: 'public.complaint_cases',
  isTimed: true,
  unwalked: ['route'],
  grounds,
  mayGoOn,
  instruct: 'complaint.instruct',
}

export const complaintFlows: Flow[] = [
  {
    ...common,
    kind: 'complaint',
    start: file('complaint'),
    payload: { outcome: 'agreed' },
    closed: ['refused', 'answered', 'withdrawn'],
    moves: {
      awaiting_dispatch: dispatch,
      awaiting_receipt: { receive: own('awaiting_decision'), ...passing },
      awaiting_decision: {
        accept: own('mediating'),
        refuse: agreed('refused'),
        request_material: own('awaiting_material'),
        ...passing,
      },
      awaiting_material: { accept: own('mediating'), refuse: agreed('refused') },
      mediating: { conclude: own('concluded'), suspend: own('suspended') },
      suspended: { resume: own('mediating') },
      concluded: { answer: agreed('answered') },
      refused: called('refused'),
      answered: called('answered'),
    },
    system: {
      ...withdrawn(complaintOpen),
      awaiting_material: { withdraw: 'withdrawn', supply_material: 'awaiting_decision', lapse_supply: 'awaiting_decision' },
    },
    press: press(complaintOpen),
    handled: handled(complaintOpen),
  },
  {
    ...common,
    kind: 'tip',
    start: file('tip'),
    payload: { outcome: 'corrected' },
    closed: ['not_filed', 'answered', 'withdrawn'],
    moves: {
      awaiting_dispatch: dispatch,
      awaiting_receipt: { receive: own('verifying'), ...passing },
      verifying: {
        file_case: agreed('investigating'),
        not_file: agreed('not_filed'),
        request_material: own('awaiting_material'),
        extend: { ...agreed('verifying'), times: 1 },
        ...passing,
      },
      awaiting_material: { continue: own('verifying') },
      investigating: { notify: own('investigating'), answer: agreed('answered') },
      not_filed: called('not_filed'),
      answered: called('answered'),
    },
    system: {
      ...withdrawn(tipOpen),
      awaiting_material: { withdraw: 'withdrawn', supply_material: 'verifying', lapse_supply: 'verifying' },
    },
    press: press(tipOpen),
    handled: handled(tipOpen),
  },
]

export const complaintFlow = (kind: unknown): Flow => complaintFlows.find((flow) => flow.kind === kind) as Flow
