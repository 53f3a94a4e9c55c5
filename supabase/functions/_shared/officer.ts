/** For functions that touch no table themselves: whose token it is, asked of the database like everything else. */
import { fromDatabase, FunctionError } from './errors.ts'
import type { Client } from './serve.ts'

export async function assertOfficer(caller: Client): Promise<void> {
  const { data, error } = await caller.rpc('my_session').maybeSingle()
  if (error) throw fromDatabase(error)
  // A password alone opens nothing for who has a second factor.
  if (!data || data.owes_second_factor) throw new FunctionError(401, 'auth.required', '请登录后再操作')
}
