-- Identifiers: whether a code can be what it says it is, and what a code of bulk data is without what was typed around it.
-- Functions: private.is_uscc, is_org_code, is_citizen_no, is_registration_no, full_citizen_no, cleaned_identifier; the twins are in
--            functions/_shared/contract/identifier.ts and uscc.ts, and identifier.test.ts holds both to the same answers.
-- Who may do what: nothing is read or written; a form refuses what fails, bulk data keeps it and marks it doubtful.

create function private.is_uscc(p_code text)
returns boolean
language plpgsql immutable strict
set search_path = ''
as $$
declare
  alphabet constant text := '0123456789ABCDEFGHJKLMNPQRTUWXY';
  weights constant int[] := array[1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28];
  total int := 0;
begin
  if p_code !~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$' then
    return false;
  end if;
  for i in 1..17 loop
    total := total + (strpos(alphabet, substr(p_code, i, 1)) - 1) * weights[i];
  end loop;
  return substr(alphabet, (31 - total % 31) % 31 + 1, 1) = substr(p_code, 18, 1);
end
$$;
comment on function private.is_uscc is '统一社会信用代码 check (GB 32100-2015): shape and check character.';

create function private.is_org_code(p_code text)
returns boolean
language plpgsql immutable strict
set search_path = ''
as $$
declare
  alphabet constant text := '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  weights constant int[] := array[3,7,9,10,5,8,4,2];
  total int := 0;
begin
  if p_code !~ '^[0-9A-Z]{8}[0-9X]$' then
    return false;
  end if;
  for i in 1..8 loop
    total := total + (strpos(alphabet, substr(p_code, i, 1)) - 1) * weights[i];
  end loop;
  return substr('0X987654321', total % 11 + 1, 1) = substr(p_code, 9, 1);
end
$$;
comment on function private.is_org_code is '组织机构代码 check (GB 11714-1997): eight characters and a check character modulo 11, written without the hyphen.';

create function private.is_real_day(p_year int, p_month int, p_day int)
returns boolean
language sql immutable strict
set search_path = ''
as $$
  select p_year between 1800 and 9999 and p_month between 1 and 12 and p_day between 1 and
    case when p_month in (4, 6, 9, 11) then 30 when p_month <> 2 then 31
      when p_year % 4 = 0 and (p_year % 100 <> 0 or p_year % 400 = 0) then 29 else 28 end
$$;
comment on function private.is_real_day is 'Whether the calendar has this day; make_date would raise.';

create function private.citizen_check(p_body text)
returns text
language plpgsql immutable strict
set search_path = ''
as $$
declare
  weights constant int[] := array[7,9,10,5,8,4,2,1,6,3,7,9,10,5,8,4,2];
  total int := 0;
begin
  for i in 1..17 loop
    total := total + substr(p_body, i, 1)::int * weights[i];
  end loop;
  return substr('10X98765432', total % 11 + 1, 1);
end
$$;
comment on function private.citizen_check is 'Check character of the first 17 digits of a 公民身份号码 (GB 11643-1999, ISO 7064 MOD 11-2).';

create function private.is_citizen_no(p_code text, p_today date default private.local_day(now()))
returns boolean
language plpgsql immutable strict
set search_path = ''
as $$
begin
  -- Today's list of divisions is not asked: a number keeps the division of its day. A date of ISO form compares as text.
  return p_code ~ '^[1-9][0-9]{16}[0-9X]$'
    and private.is_real_day(substr(p_code, 7, 4)::int, substr(p_code, 11, 2)::int, substr(p_code, 13, 2)::int)
    and substr(p_code, 7, 8) <= to_char(p_today, 'YYYYMMDD')
    and private.citizen_check(left(p_code, 17)) = right(p_code, 1);
end
$$;
comment on function private.is_citizen_no is '公民身份号码 check (GB 11643-1999): 18 characters, a day of birth that was, the check character.';

create function private.full_citizen_no(p_code text)
returns text
language plpgsql immutable strict
set search_path = ''
as $$
declare
  body text := left(p_code, 6) || '19' || substr(p_code, 7);
begin
  if p_code !~ '^[1-9][0-9]{14}$' or not private.is_real_day(substr(body, 7, 4)::int, substr(body, 11, 2)::int, substr(body, 13, 2)::int) then
    return null;
  end if;
  return body || private.citizen_check(body);
end
$$;
comment on function private.full_citizen_no is
  'The 18 characters of a 15-digit 公民身份号码 (GB 11643-1989 to -1999: 19 before the year, the check character behind); null when it is none.';

create function private.is_registration_no(p_code text)
returns boolean
language plpgsql immutable strict
set search_path = ''
as $$
declare
  product int := 10;
  part int;
begin
  if p_code !~ '^[0-9]{15}$' then
    return false;
  end if;
  for i in 1..14 loop
    part := (product + substr(p_code, i, 1)::int) % 10;
    product := case part when 0 then 10 else part end * 2 % 11;
  end loop;
  return (11 - product) % 10 = substr(p_code, 15, 1)::int;
end
$$;
comment on function private.is_registration_no is '工商注册号 check (GS 15-2006): 14 digits and a check digit, ISO 7064 MOD 11,10.';

create function private.cleaned_identifier(p_text text)
returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  -- What is no sign on paper: controls, spaces of every width, format characters. Written out, since \s is not the same everywhere.
  code text := regexp_replace(normalize(coalesce(p_text, ''), NFKC),
    '[\u0001-\u0020\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]', '', 'g');
  label text;
begin
  code := translate(code, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  -- A label ends with a colon, or is one that everybody knows.
  label := substring(code from '^[^0-9A-Z:]*:|^(?:统一社会信用代码|社会信用代码|信用代码|组织机构代码|公民身份号码|居民身份证号码|身份证号码|身份证号|身份证|营业执照注册号|工商注册号|注册号)');
  code := substr(code, coalesce(length(label), 0) + 1);
  -- 正本、副本, and which of how many.
  code := regexp_replace(code, '(\((正本|副本|[0-9]{1,2}[-/][0-9]{1,2})\))+$', '');
  if code in ('', 'UNDEFINED', 'NULL', 'NONE', 'NAN', 'N/A', '-', '--', '/', '无', '暂无', '未知', '空') or code ~ '^0+$' then
    return null;
  end if;
  if code ~ '^[0-9A-Z]{8}-[0-9X]$' then
    return replace(code, '-', '');
  end if;
  -- Fifteen digits are a person's old number or a registration number. What passes the check of the second is left, unless it is called the first.
  if code ~ '^[0-9]{15}$' and (label ~ '身份' or (label is null or label !~ '注册号') and not private.is_registration_no(code)) then
    return coalesce(private.full_citizen_no(code), code);
  end if;
  return code;
end
$$;
comment on function private.cleaned_identifier is
  'A code of bulk data as it is compared: half-width, upper case, without spaces, label and number of the copy; words for nothing are null; a 15-digit 公民身份号码 becomes 18.';
