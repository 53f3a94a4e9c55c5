-- Work items, part fourteen: the figures of a module. What is counted of every flow stands here; a module adds its own measures.

create function private.expose_figures(p_prefix text, p_facts regclass, p_since name, p_of text, p_measures text[] default '{}', p_groups text[] default '{}')
returns void
language plpgsql
set search_path = ''
as $$
declare
  name text := p_prefix || '_figures';
  own text[] := array(select p_measures[i][1] from generate_subscripts(p_measures, 1) as i);
  -- Of which groups a year has so many that naming them all says nothing: those without any are left out.
  groups text[] := '{region,line,month,org,hour}'::text[] || array(select p_groups[i][1] from generate_subscripts(p_groups, 1) as i);
begin
  -- Written out for each module, like mirror_item: planned once in a session, and with the columns that it counts and no others.
  execute format($f$
    create function public.%1$I(p_region int, p_line text, p_from date, p_to date, p_by text)
    returns table (key text, label text, received bigint, open bigint, late bigint, closed bigint, on_time bigint%5$s)
    language plpgsql stable
    security invoker set search_path = ''
    as $b$
    declare
      top public.regions;
      step int;
    begin
      select * into top from public.regions as r where r.code = p_region;
      if top.code is null or p_by is null or p_by <> all (%9$L::text[]) or p_from is null or p_to is null or p_from > p_to then
        perform private.fail(422, 'figures.invalid', '请选择有效的区划、起止日期和统计口径', '{"field":"period"}');
      end if;
      step := case top.tier when 2 then 100000 when 3 then 1000 else 1 end;
      return query
        with counted as (
          select case p_by when 'line' then coalesce(f.line_code, '') when 'month' then to_char(f.%3$I at time zone 'Asia/Shanghai', 'YYYY-MM')
              when 'org' then coalesce(f.org_id::text, '') when 'hour' then to_char(f.%3$I at time zone 'Asia/Shanghai', 'ID-HH24')%10$s
              else ((f.region_code / step) * step)::text end as k,
            count(*) as n1, count(*) filter (where f.is_open) as n2, count(*) filter (where f.is_open and f.is_late) as n3,
            count(*) filter (where not f.is_open) as n4, count(*) filter (where not f.is_open and not f.is_late) as n5%6$s
          from %2$s as f
          where f.region_code between top.code and top.range_end
            and (p_line is null or f.line_code = p_line)
            and f.%3$I >= p_from::timestamp at time zone 'Asia/Shanghai' and f.%3$I < (p_to + 1)::timestamp at time zone 'Asia/Shanghai'
          group by 1
        ), named as (
          select * from counted
          union all
          -- A place or a month in which nothing came in is news as well.
          select e.k, 0, 0, 0, 0, 0%7$s from (
            select r.code::text as k from public.regions as r
            where p_by = 'region' and r.parent_code = top.code and r.valid_to is null
              -- 省直辖县级行政区划 is no division itself, but has some; a development zone is none, whatever townships lie in it.
              and (r.kind = 'division' or r.tier = 3 and exists (
                select from public.regions as b where b.parent_code = r.code and b.kind = 'division' and b.valid_to is null))
            union all
            select to_char(m, 'YYYY-MM') from generate_series(date_trunc('month', p_from::timestamp), p_to::timestamp, interval '1 month') as m
            where p_by = 'month'
          ) as e
          where e.k not in (select counted.k from counted)
        )
        select n.k, coalesce(case p_by when 'line' then l.name when 'month' then n.k when 'hour' then n.k
            when 'org' then (select o.name from public.orgs as o where o.id = nullif(n.k, '')::uuid)%11$s else coalesce(r.name, top.name || '本级') end, case p_by when 'line' then '未定条线' else '未定' end),
          n.n1, n.n2, n.n3, n.n4, n.n5%8$s
        from named as n
        left join public.org_lines as l on p_by = 'line' and l.code = n.k
        left join public.regions as r on p_by = 'region' and r.code::text = n.k
        -- Of what the caller may see, so that each number is the number of its rows.
        where (select exists (select from private.permitted_org_ids(%4$L)))
        order by case when p_by in ('month', 'hour') then n.k end, case when p_by = 'org' then n.n3 end desc nulls last, n.n1 desc, n.k;
    end
    $b$ $f$, name, p_facts, p_since, p_prefix || '.figures',
    (select string_agg(format(', %I bigint', o), '' order by i) from unnest(own) with ordinality as a (o, i)),
    (select string_agg(format(', %s as own%s', p_measures[i][2], i), '' order by i) from generate_subscripts(p_measures, 1) as i),
    repeat(', 0', cardinality(own)),
    (select string_agg(format(', n.own%s', i), '' order by i) from generate_subscripts(own, 1) as i),
    groups,
    (select string_agg(format(' when %L then coalesce(%s, '''')', p_groups[i][1], p_groups[i][2]), '' order by i) from generate_subscripts(p_groups, 1) as i),
    (select string_agg(format(' when %L then %s', p_groups[i][1], p_groups[i][3]), '' order by i) from generate_subscripts(p_groups, 1) as i));
  execute format('comment on function public.%I is %L', name, format(
    '%s, by %s of a region and period (days in Asia/Shanghai, both ends included; an hour is D-HH, Monday = 1), of the %s that a holder of %s.figures may see; child regions and months without any are named with zeros. Raises figures.invalid.',
    array_to_string('{Received,open,"open and late",closed,"closed on time"}'::text[] || own, ', '), array_to_string(groups, ', '), p_of, p_prefix));
  execute format('grant execute on function public.%I to authenticated', name);
end
$$;
comment on function private.expose_figures is
  'Makes the RPC <prefix>_figures: what came in, is open, late, closed and was closed on time, of a table or view with region_code, line_code, org_id, is_open, is_late and the instant of coming in, under the caller''s own rights and only for holders of <prefix>.figures; own measures are {name, aggregate over f}, own groups {name, key over f, label of n.k}. Used by the migrations of modules.';
