import type { ModuleFile, ModuleNames } from './names.ts'

/** The figures page: what is counted stands in the database, how it looks in the widget. */
export const figuresFiles = (names: ModuleNames): ModuleFile[] => {
  const at = (path: string) => `web/features/${names.folder}/${path}`
  return [
    [at('api/get-figures.ts'), source(names)],
    [at('pages/figures-page.tsx'), page(names)],
    [at('pages/figures-page.test.tsx'), pageTest(names)],
  ]
}

const source = ({ folder, prefix, camel, title, hasParts }: ModuleNames) => `import { toSearch } from '@/shared/hooks/use-search-state.ts'
import { figureSchema, type FiguresSource } from '@/shared/module/figures.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { workMeasures } from '@/widgets/figures-page/model/measures.ts'
import { ${camel}Paths } from '../paths.ts'

export const ${camel}Figures: FiguresSource = {
  module: '${folder}',
  title: '${title}',
  path: ${camel}Paths.figures(),
  measures: workMeasures,
  linkOf: (rows) => \`\${${camel}Paths.list()}?\${toSearch(${hasParts ? `{ ...rows, box: 'sent' }` : 'rows'}, {}).toString()}\`,
  read: async ({ region, line, from, to, by }, signal) =>
    rowsOf(
      await supabase
        // The generated type knows no null; the function takes it as every line.
        .rpc('${prefix}_figures', { p_region: region, p_line: (line ?? null) as string, p_from: from, p_to: to, p_by: by })
        .abortSignal(signal),
      figureSchema,
    ),
}
`

const page = ({ camel }: ModuleNames) => `import { FiguresPage } from '@/widgets/figures-page/ui/figures-page.tsx'
import { ${camel}Figures } from '../api/get-figures.ts'

export default function ${camel[0]?.toUpperCase()}${camel.slice(1)}FiguresPage() {
  return <FiguresPage source={${camel}Figures} />
}
`

const pageTest = ({ folder, hasParts }: ModuleNames) => `// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { recordSearch } from '../model/record-filter.ts'
import FiguresPage from './figures-page.tsx'

const row = { key: '340102001', label: '明光路街道', received: 5, open: 3, late: 1, closed: 2, on_time: 1 }
vi.mock('@/shared/supabase/client.ts', () => ({
  supabase: { rpc: () => ({ abortSignal: () => Promise.resolve({ data: [row], error: null, count: null, status: 200, statusText: 'OK' }) }) },
}))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))
vi.mock('@/entities/region/api/own-map.ts', () => ({ ownMapQuery: () => ({ queryKey: ['own-map'], queryFn: () => Promise.resolve(null) }) }))
vi.mock('@/shared/chart/chart.tsx', () => ({ Chart: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }))

it('leads to addresses that the list reads in full', async () => {
  renderPage(<FiguresPage />, { at: '/?from=2026-03-01&to=2026-03-31&line=market' })
  const link = await screen.findByRole('link', { name: '明光路街道超期在办 1 件，查看清单' })
  const address = new URL(link.getAttribute('href') ?? '', 'http://x')
  expect(address.pathname).toBe('/work/${folder}')
  const said = { region: 340102001, line: 'market', from: '2026-03-01', to: '2026-03-31', open: true, late: true${hasParts ? `, box: 'sent'` : ''} } as const
  expect(recordSearch.parse(Object.fromEntries(address.searchParams))).toEqual({ ...recordSearch.defaults, ...said })
})
`

export const figuresSql = ({
  prefix,
  title,
}: ModuleNames) => `-- ${title}, part three: the figures. Measures of its own: a last argument, array[['name', 'count(*) filter (where f.column)']].

select private.expose_figures('${prefix}', 'public.${prefix}_record_list', 'created_at', 'records');
`
