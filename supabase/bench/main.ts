/** `npm run bench -- core|rls|children|api|export|web [--json] [--cases=1000000]`: figures beside their floor, on a data folder of the run's own. */
import { parseArgs } from 'node:util'
import { table, type Figure } from './figure.ts'

const { values: flags, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, cases: { type: 'string' } },
  allowPositionals: true,
})
const benches: Record<string, () => Promise<Figure[]>> = {
  core: async () => (await import('./core.ts')).benchCore(),
  children: async () => (await import('./children.ts')).benchChildren(flags.cases ? Number(flags.cases) : undefined),
  rls: async () => (await import('./rls.ts')).benchRls(flags.cases ? Number(flags.cases) : undefined),
  api: async () => (await import('./api.ts')).benchApi(),
  export: async () => (await import('./export.ts')).benchExport(),
  web: async () => (await import('./web.ts')).benchWeb(),
}

const chosen = positionals.flatMap((name) => benches[name] ?? [])
if (chosen.length === 0 || chosen.length < positionals.length) {
  console.error(`用法：npm run bench -- <名称> [--json]，名称：${Object.keys(benches).join('、')}`)
  process.exit(2)
}
for (const bench of chosen) {
  const figures = await bench()
  console.log(flags.json ? figures.map((one) => JSON.stringify(one)).join('\n') : table(figures))
}
