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

const source = ({ folder, prefix, camel, title }: ModuleNames) => `import { toSearch } from '@/shared/hooks/use-search-state.ts'
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
  linkOf: (rows) => \`\${${camel}Paths.list()}?\${toSearch(rows, {}).toString()}\`,
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

const pageTest = ({ folder }: ModuleNames) => `// @vitest-environment jsdom
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
vi.mock('@/shared/chart/chart.tsx', () => ({ Chart: ({ label }: { label: string }) => <div role="img" aria-label={label} /> }))

it('leads to addresses that the list reads in full', async () => {
  renderPage(<FiguresPage />, { at: '/?from=2026-03-01&to=2026-03-31&line=market' })
  const link = await screen.findByRole('link', { name: '明光路街道超期在办 1 件，查看清单' })
  const address = new URL(link.getAttribute('href') ?? '', 'http://x')
  expect(address.pathname).toBe('/work/${folder}')
  const said = { region: 340102001, line: 'market', from: '2026-03-01', to: '2026-03-31', open: true, late: true } as const
  expect(recordSearch.parse(Object.fromEntries(address.searchParams))).toEqual({ ...recordSearch.defaults, ...said })
})
`

export const figuresSql = ({ prefix, title }: ModuleNames) => `-- ${title}, part three: the figures.

create function public.${prefix}_figures(p_region int, p_line text, p_from date, p_to date, p_by text)
returns table (key text, label text, received bigint, open bigint, late bigint, closed bigint, on_time bigint)
language plpgsql stable
security invoker set search_path = ''
as $$
declare
  top public.regions;
  step int;
begin
  select * into top from public.regions as r where r.code = p_region;
  if top.code is null or p_by is null or p_by not in ('region', 'line', 'month') or p_from is null or p_to is null or p_from > p_to then
    perform private.fail(422, 'figures.invalid', '请选择有效的区划、起止日期和统计口径', '{"field":"period"}');
  end if;
  step := case top.tier when 2 then 100000 when 3 then 1000 else 1 end;
  return query
    with groups as (
      -- A place or a month in which nothing came in is news as well.
      select r.code::text as k, false as is_open, false as is_late, 0 as n from public.regions as r
      where p_by = 'region' and r.parent_code = top.code and r.kind = 'division' and r.valid_to is null
      union all
      select to_char(m, 'YYYY-MM'), false, false, 0
      from generate_series(date_trunc('month', p_from::timestamp), p_to::timestamp, interval '1 month') as m where p_by = 'month'
      union all
      select case p_by when 'line' then coalesce(f.line_code, '') when 'month' then to_char(f.created_at at time zone 'Asia/Shanghai', 'YYYY-MM')
          else ((f.region_code / step) * step)::text end,
        f.is_open, case when f.is_open then coalesce(f.due_at < now(), false) else f.was_late end, 1
      from public.${prefix}_records as f
      where f.region_code between top.code and top.range_end
        and (p_line is null or f.line_code = p_line)
        and f.created_at >= p_from::timestamp at time zone 'Asia/Shanghai' and f.created_at < (p_to + 1)::timestamp at time zone 'Asia/Shanghai'
    )
    select g.k, coalesce(case p_by when 'line' then l.name when 'month' then g.k else coalesce(r.name, top.name || '本级') end, '未定条线'),
      sum(g.n), count(*) filter (where g.n = 1 and g.is_open), count(*) filter (where g.n = 1 and g.is_open and g.is_late),
      count(*) filter (where g.n = 1 and not g.is_open), count(*) filter (where g.n = 1 and not g.is_open and not g.is_late)
    from groups as g
    left join public.org_lines as l on p_by = 'line' and l.code = g.k
    left join public.regions as r on p_by = 'region' and r.code::text = g.k
    -- Of what the caller may see, so that each number is the number of its rows.
    where (select exists (select from private.permitted_org_ids('${prefix}.figures')))
    group by 1, 2
    order by case when p_by = 'month' then g.k end, 3 desc, 1;
end
$$;
comment on function public.${prefix}_figures is
  'Received, open, open and late, closed, closed on time, by child region, by line or by month of a region and period (days in Asia/Shanghai, both ends included), of the records that a holder of ${prefix}.figures may see; child regions and months without any are named with zeros. Raises figures.invalid.';
grant execute on function public.${prefix}_figures to authenticated;
`
