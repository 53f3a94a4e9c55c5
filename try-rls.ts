import { startTestCluster, createTestDatabase } from './supabase/local/testing.ts'
import { loadFixture } from './supabase/tests/fixture.ts'
import { proveRls } from './supabase/tests/rls/run.ts'
const c = await startTestCluster({ prepare: ({url}) => loadFixture(url) })
try { const d = await createTestDatabase(c.port); const r = await proveRls(d.url); console.log(JSON.stringify({ ...r, leakList: r.leakList.slice(0,40), survivors: r.survivors.slice(0,40)}, null, 1)) } catch (e) { console.error(e) } finally { await c.stop() }
