import { Descriptions } from 'antd'
import { formatDateTime } from '@/shared/format/date.ts'
import { ItemSection } from '@/widgets/item-page/ui/item-section.tsx'
import { sourceLabels, type CaseFile } from '../../model/case.ts'

export function CaseFacts({ one }: { one: CaseFile }) {
  return (
    <ItemSection title="基本情况">
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, sm: 1, md: 2 }}
        items={[
          { key: 'subject', label: '被投诉举报单位', children: one.subject_name, span: 'filled' },
          ...(one.about_org_name
            ? [{ key: 'about', label: '所涉机关', children: `${one.about_org_name}（由上级办理，该机关看不到本件）`, span: 'filled' as const }]
            : []),
          { key: 'uscc', label: '信用代码', children: <Uscc code={one.subject_uscc} isDoubtful={one.is_uscc_doubtful} /> },
          { key: 'matter', label: '事项', children: one.matter_label },
          { key: 'region', label: '事发地', children: `${one.region_name} ${one.place_text}`, span: 'filled' },
          { key: 'line', label: '条线', children: one.line_name ?? '待定' },
          { key: 'occurred', label: '发生日期', children: one.occurred_on ?? '未填写' },
          { key: 'filed', label: '登记', children: `${formatDateTime(one.filed_at)}（${sourceLabels[one.source] ?? one.source}）` },
        ]}
      />
      <h3 className="part-title">事情经过</h3>
      <p className="long-text">{one.content}</p>
      {one.wish && (
        <>
          <h3 className="part-title">诉求</h3>
          <p className="long-text">{one.wish}</p>
        </>
      )}
    </ItemSection>
  )
}

/** What the citizen wrote is kept; that it cannot be right is said in words. */
function Uscc({ code, isDoubtful }: { code: string | null; isDoubtful: boolean }) {
  if (!code) return <>未填写</>
  return (
    <>
      {code}
      {isDoubtful && <span className="doubt">格式或校验码不符，可能填写有误，请核实</span>}
    </>
  )
}
