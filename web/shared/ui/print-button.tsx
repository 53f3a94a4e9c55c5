import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { todayInShanghai } from '../format/date.ts'

/** The page as it stands; what does not belong on paper the style sheet leaves out. */
export function PrintButton() {
  return (
    <Button size="small" type="text" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
      打印
    </Button>
  )
}

interface PrintHeadProps {
  filterText: string | undefined
  total: string
  shown: number
}

/** On paper only: of what the rows are, since the controls that would say it are left out. */
export function PrintHead({ filterText, total, shown }: PrintHeadProps) {
  const parts = [...(filterText === undefined ? [] : [`筛选条件：${filterText || '全部'}`]), total, `本页 ${shown} 条`, `打印于 ${todayInShanghai()}`]
  return (
    <p className="print-head" aria-hidden="true">
      {parts.join('　')}
    </p>
  )
}
