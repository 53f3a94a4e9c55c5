import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal, Progress, Table } from 'antd'
import { useRef, useState, type ChangeEvent } from 'react'
import { ScrollBox } from '@/shared/ui/scroll-box.tsx'
import { saveTemplate, saveWrongRows, useCheckTable, useInviteTable, type CheckedTable } from '../api/invite-table.ts'
import { rolesQuery } from '../api/list-officers.ts'
import { isWrong, maxOfficerRows, officerColumnsOfTable, outcomeLabels, type CheckedRow } from '../model/officer-table.ts'

/** A bureau's people by a table: template, what would become of each row, and then the invitations. */
export function InviteTableDialog({ onClose }: { onClose: () => void }) {
  const roles = useQuery(rolesQuery)
  const check = useCheckTable()
  const [done, setDone] = useState(0)
  const invite = useInviteTable(setDone)
  const template = useMutation({
    mutationFn: () => saveTemplate(roles.data?.filter(({ duty }) => duty === 'business').map(({ name }) => name) ?? []),
  })
  const file = useRef<HTMLInputElement>(null)
  const fit = check.data?.rows.filter(({ outcome }) => outcome === 'invited') ?? []
  const isOver = invite.isSuccess
  function handleFile(event: ChangeEvent<HTMLInputElement>) {
    const chosen = event.target.files?.[0]
    // The same file may be chosen again after it was mended.
    event.target.value = ''
    invite.reset()
    setDone(0)
    if (chosen) check.mutate(chosen)
  }
  return (
    <Modal
      open
      width={920}
      title="批量邀请人员"
      okText={isOver ? '完成' : fit.length > 0 ? `邀请 ${fit.length} 人` : '邀请'}
      cancelText="取消"
      cancelButtonProps={isOver ? { style: { display: 'none' } } : {}}
      okButtonProps={{ disabled: !isOver && fit.length === 0 }}
      confirmLoading={invite.isPending}
      mask={{ closable: false }}
      onOk={isOver ? onClose : () => check.data && invite.mutate(check.data.rows)}
      onCancel={onClose}
    >
      <p>
        每行一个人，填写姓名、邮箱、单位全称；一次最多 {maxOfficerRows.toLocaleString('zh-CN')} 人。支持 .xlsx 和
        .csv。上传后先核对，确认后才发出邀请。
      </p>
      <div className="table-file-acts">
        <Button loading={template.isPending} onClick={() => template.mutate()}>
          下载模板
        </Button>
        <Button type={check.data ? 'default' : 'primary'} loading={check.isPending} onClick={() => file.current?.click()}>
          {check.data ? '重新上传' : '上传表格'}
        </Button>
        <input ref={file} type="file" hidden accept=".xlsx,.csv,.txt" aria-label="人员表格" onChange={handleFile} />
      </div>
      {check.isError && <Alert className="dialog-alert" type="error" showIcon title={check.error.message} />}
      {invite.isError && (
        <Alert className="dialog-alert" type="error" showIcon title={`${invite.error.message} 已发出的邀请不受影响，可再次点“邀请”继续。`} />
      )}
      {invite.isPending && <Progress percent={Math.floor((done / Math.max(1, fit.length)) * 100)} aria-label="发出邀请的进度" />}
      {isOver ? <Outcome rows={invite.data} /> : check.data && <Preview table={check.data} />}
    </Modal>
  )
}

function Preview({ table: { rows, unknownTitles, hasMergedCells } }: { table: CheckedTable }) {
  const wrong = rows.filter(isWrong)
  const repeated = rows.filter(({ outcome }) => outcome === 'repeated').length
  return (
    <>
      <Alert
        className="dialog-alert"
        type={wrong.length > 0 ? 'warning' : 'success'}
        showIcon
        title={`共 ${rows.length} 人：${rows.length - wrong.length - repeated} 人可以邀请${repeated > 0 ? `，${repeated} 人已有邀请` : ''}${wrong.length > 0 ? `，${wrong.length} 人有误` : ''}`}
        description={
          <>
            {hasMergedCells && <div>表格里有合并的单元格，只读得到左上角的内容，请拆开后再上传。</div>}
            {unknownTitles.length > 0 && <div>不认识的列没有读取：{unknownTitles.join('、')}</div>}
            {wrong.length > 0 && <div>可以先邀请没有问题的人；有误的下载后改好，再次上传即可。</div>}
          </>
        }
        action={wrong.length > 0 && <WrongRows rows={rows} />}
      />
      <RowsTable rows={[...wrong, ...rows.filter((row) => !isWrong(row))]} />
    </>
  )
}

function Outcome({ rows }: { rows: readonly CheckedRow[] }) {
  const sent = rows.filter(({ outcome }) => outcome === 'invited').length
  const wrong = rows.filter(isWrong)
  return (
    <>
      <Alert
        className="dialog-alert"
        type={wrong.length > 0 ? 'warning' : 'success'}
        showIcon
        title={`已向 ${sent} 人发出邀请${wrong.length > 0 ? `，${wrong.length} 人没有发出` : ''}`}
        description="邀请码只在本人的邮箱里；发送情况见“未使用的邀请”，角色由安全管理员授予。"
        action={wrong.length > 0 && <WrongRows rows={rows} />}
      />
      {wrong.length > 0 && <RowsTable rows={wrong} />}
    </>
  )
}

function WrongRows({ rows }: { rows: readonly CheckedRow[] }) {
  const save = useMutation({ mutationFn: () => saveWrongRows(rows) })
  return (
    <Button size="small" loading={save.isPending} onClick={() => save.mutate()}>
      下载有误的行
    </Button>
  )
}

function RowsTable({ rows }: { rows: readonly CheckedRow[] }) {
  return (
    <ScrollBox label="表格中的人员">
      <Table<CheckedRow>
        size="small"
        rowKey="line"
        dataSource={[...rows]}
        pagination={{ size: 'small', pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: '行', dataIndex: 'line', width: 48 },
          {
            title: '核对',
            key: 'outcome',
            width: 210,
            render: (_, row) => (
              <span className={isWrong(row) ? 'delivery-failed' : ''}>
                {outcomeLabels[row.outcome]}
                {row.reason && <div>{row.reason}</div>}
              </span>
            ),
          },
          ...officerColumnsOfTable.map(({ key, titles }) => ({
            title: titles[0],
            dataIndex: key,
            width: key === 'email' || key === 'org' ? 170 : 90,
          })),
        ]}
      />
    </ScrollBox>
  )
}
