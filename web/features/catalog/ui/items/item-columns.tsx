import { Link } from 'react-router'
import { itemStateLabels, type CatalogItem } from '@/entities/catalog-item/model/catalog-item.ts'
import type { ItemWords } from '@/entities/catalog-item/model/item-fields.ts'
import { ItemStateTag } from '@/entities/catalog-item/ui/item-state-tag.tsx'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import { catalogPaths } from '../../paths.ts'

/** Said where the work is: what rests on no law any more has to be amended or repealed. */
export function LapsingTag({ row }: { row: CatalogItem }) {
  return row.is_lapsing ? <span className="item-state item-state-repealed">依据已废止</span> : <></>
}

export function itemColumnsOf(words: ItemWords): readonly DataColumn<CatalogItem>[] {
  const listed = (set: Parameters<ItemWords['code']>[0], codes: readonly string[]) => codes.map((code) => words.code(set, code)).join('、')
  return [
    {
      key: 'name',
      title: '监管子项',
      width: 190,
      grows: true,
      sortBy: 'name',
      isRequired: true,
      render: (row) => (
        <Link to={catalogPaths.item(row.code)} title={row.name}>
          {row.name}
        </Link>
      ),
      text: (row) => row.name,
    },
    { key: 'main', title: '监管主项', width: 130, render: (row) => <span title={row.main_name}>{row.main_name}</span>, text: (row) => row.main_name },
    { key: 'line', title: '监管部门', width: 88, render: (row) => row.line_name, text: (row) => row.line_name },
    {
      key: 'methods',
      title: '监管方式',
      width: 130,
      render: (row) => <span title={listed('method', row.methods)}>{listed('method', row.methods)}</span>,
      text: (row) => listed('method', row.methods),
    },
    {
      key: 'levels',
      title: '监管层级',
      width: 120,
      isOptional: true,
      render: (row) => listed('level', row.levels),
      text: (row) => listed('level', row.levels),
    },
    { key: 'objects', title: '监管对象', isExportOnly: true, render: (row) => row.objects, text: (row) => row.objects },
    { key: 'measures', title: '监管措施', isExportOnly: true, render: () => '', text: (row) => listed('measure', row.measures) },
    { key: 'bases', title: '设定依据', isExportOnly: true, render: (row) => row.bases_text, text: (row) => row.bases_text },
    { key: 'flow', title: '监管流程', isExportOnly: true, render: (row) => row.flow, text: (row) => row.flow },
    { key: 'result', title: '监管结果', isExportOnly: true, render: (row) => row.result, text: (row) => row.result },
    {
      key: 'state',
      title: '状态',
      width: 148,
      render: (row) => (
        <>
          <ItemStateTag state={row.state} /> <LapsingTag row={row} />
        </>
      ),
      text: (row) => itemStateLabels[row.state] + (row.is_lapsing ? '（依据已废止）' : ''),
    },
    { key: 'code', title: '事项编码', width: 128, sortBy: 'code', render: (row) => row.code, text: (row) => row.code },
    {
      key: 'from',
      title: '生效日期',
      width: 92,
      sortBy: 'effective_from',
      render: (row) => row.effective_from,
      text: (row) => row.effective_from,
    },
    { key: 'version', title: '版本', width: 60, isOptional: true, render: (row) => row.version, text: (row) => row.version },
  ]
}
