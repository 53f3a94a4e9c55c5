/**
 * Each module's permissions are printed into its README by this test (the core's into supabase/README.md); a stale table
 * fails. `UPDATE_DOCS=1` writes them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { roles } from './people.ts'
import { loadProofs } from './proof/modules.ts'
import { openSession } from './session.ts'

const { modules, rights, secondFactor } = await loadProofs()
const session = await openSession()
const [begin, end] = ['<!-- permissions:begin -->', '<!-- permissions:end -->']
const scopeNames: Record<string, string> = { own_org: '本单位', line_subtree: '本条线及下级', region_subtree: '本区划全部单位', site: '全站' }
const documented = modules.filter((module) => !module.isTestOnly)
const fileOf = (id: string) => new URL(id === 'core' ? '../README.md' : `../../web/features/${id}/README.md`, import.meta.url)

it('the database grants exactly what the hand-written tables say', async () => {
  const rows = await session.read(
    'postgres',
    `select role_code, permission_code, scope::text from public.officer_role_permissions where can_use order by 1, 2`,
  )
  const expected = Object.entries(rights).flatMap(([permission, byRole]) =>
    Object.entries(byRole).map(([role, scope]) => ({ role_code: role, permission_code: permission, scope })),
  )
  const key = (row: { role_code?: unknown; permission_code?: unknown }) => `${String(row.role_code)}/${String(row.permission_code)}`
  expect([...rows].sort((a, b) => key(a).localeCompare(key(b)))).toEqual(expected.sort((a, b) => key(a).localeCompare(key(b))))
})

it('a session with two factors is asked for by exactly what the proofs say', async () => {
  const rows = await session.read('postgres', 'select code from public.officer_permissions where is_two_factor')
  expect(rows.map((row) => String(row.code)).sort()).toEqual([...secondFactor].sort())
})

it.each(documented.map((module) => [module.id, module] as const))("the table in the README of %s is the database's", async (id, module) => {
  const names = await session.read('postgres', `select code, name from public.officer_roles order by sort`)
  const permissions = await session.read(
    'postgres',
    `select p.code, p.name, p.is_two_factor, (select jsonb_object_agg(rp.role_code, rp.scope) from public.officer_role_permissions rp where rp.permission_code = p.code and rp.can_use) as scopes
     from public.officer_permissions p where p.code = any ($1) order by p.code`,
    [Object.keys(module.rights)],
  )
  expect(names.map((row) => row.code)).toEqual([...roles])
  const cells = (list: string[]) => `| ${list.join(' | ')} |`
  const table = [
    cells(['权限', ...names.map((row) => String(row.name))]),
    cells(['---', ...names.map(() => '---')]),
    ...permissions.map((row) =>
      cells([
        `\`${String(row.code)}\` ${String(row.name)}${row.is_two_factor ? '（须二次验证）' : ''}`,
        ...names.map((role) => scopeNames[(row.scopes as Record<string, string>)[String(role.code)] ?? ''] ?? ''),
      ]),
    ),
  ].join('\n')
  const text = readFileSync(fileOf(id), 'utf8')
  expect(text, `no place for the table in the README of ${id}`).toContain(begin)
  const fresh = `${text.slice(0, text.indexOf(begin) + begin.length)}\n${table}\n${text.slice(text.indexOf(end))}`
  if (process.env.UPDATE_DOCS) writeFileSync(fileOf(id), fresh)
  else expect(text, 'run: UPDATE_DOCS=1 npm run test:database -- permission-table').toBe(fresh)
})
