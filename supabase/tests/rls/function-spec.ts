/** What the matrix knows of an RPC. */
import type { Oracle, Principal, World } from './world.ts'

export interface Call {
  sql: string
  /** Expected answer of a caller who may execute the function: 'ok', an SQLSTATE, or a value after 'ok:'. */
  expect: (oracle: Oracle, principal: Principal) => string
}

export interface FunctionSpec {
  callers: Principal['role'][]
  calls: (world: World) => Call[]
}

export const quote = (value: string) => `'${value.replaceAll("'", "''")}'`
export const officers: Principal['role'][] = ['authenticated']
