import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import type { DataColumn } from './data-column.ts'
import { useTableLayout } from './table-layout-store.ts'

interface ColumnSettingProps<Row> {
  id: string
  columns: readonly DataColumn<Row>[]
  hidden: readonly string[]
}

export function ColumnSetting<Row>({ id, columns, hidden }: ColumnSettingProps<Row>) {
  const setHidden = useTableLayout((layout) => layout.setHidden)
  const optional = columns.filter((column) => !column.isRequired)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="显示的列"
      content={
        <div className="column-setting">
          {optional.map(({ key, title }) => (
            <Checkbox
              key={key}
              checked={!hidden.includes(key)}
              onChange={(event) => setHidden(id, event.target.checked ? hidden.filter((one) => one !== key) : [...hidden, key])}
            >
              {title}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button size="small" type="text" icon={<SettingOutlined aria-hidden />}>
        列设置
      </Button>
    </Popover>
  )
}
