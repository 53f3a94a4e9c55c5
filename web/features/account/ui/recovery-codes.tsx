import { Alert, Button, Modal } from 'antd'
import { todayInShanghai } from '@/shared/format/date.ts'
import { saveFile } from '@/shared/format/save-file.ts'

const asText = (codes: readonly string[]) =>
  `互联网＋监管 恢复码（${todayInShanghai()} 生成）\n每个只能用一次；手机不在身边时，在登录的“二次验证”一步使用。\n\n${codes.join('\n')}\n`

/** Shown once: only digests are kept. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <Alert className="dialog-alert" type="warning" showIcon title="请保存这十个恢复码，它们只显示这一次。不要存在装验证器的同一部手机里。" />
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Button onClick={() => saveFile('恢复码.txt', asText(codes), 'text/plain;charset=utf-8')}>下载为文本文件</Button>
    </>
  )
}

export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Modal
      open
      title="新的恢复码"
      okText="我已保存"
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
    >
      <p>以前的恢复码已全部作废。</p>
      <RecoveryCodes codes={codes} />
    </Modal>
  )
}
