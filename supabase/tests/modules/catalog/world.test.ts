/** The content of the catalogue, loaded as an installation of the demonstration loads it. */
import { expect, it } from 'vitest'
import { loadWorld } from '../../../seed/modules/catalog/world.ts'
import { siteProfile } from '../../../seed/sites.ts'
import { openSession } from '../../session.ts'

const session = await openSession()

it('loads every law and item through the check of a publication, claimed by the bodies of its line', async () => {
  const load = () => loadWorld({ db: session.db, dbUrl: '', site: siteProfile('anhui'), seed: 'world:test', scale: 1 })
  await load()
  const count = async (sql: string) => Number((await session.read('postgres', `select count(*) as n from ${sql}`))[0]?.n)
  expect(await count('public.catalog_laws')).toBeGreaterThan(300)
  expect(await count('public.catalog_items')).toBeGreaterThan(400)
  expect(await count('public.catalog_item_list where is_lapsing')).toBeGreaterThan(5)
  const claims = await count('public.catalog_claims')
  expect(claims).toBeGreaterThan(20_000)
  expect(await count(`public.catalog_claims where state = 'claimed'`)).toBeGreaterThan(claims * 0.9)
  // A body that has not answered has one task, in which everything that it owes an answer for is.
  expect(await count(`public.catalog_claims where state = 'pending' and task_id is null`)).toBe(0)
  await load()
  expect(await count('public.catalog_claims')).toBe(claims)
}, 120_000)
