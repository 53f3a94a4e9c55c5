import { Fragment, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { formatDate } from '@/shared/format/date.ts'
import { CopyButton } from '@/shared/public-ui/copy-button.tsx'
import { caseTypeLabels, secretName, type Receipt } from '../../model/receipt.ts'
import { complaintPaths } from '../../paths.ts'

interface ReceiptViewProps {
  receipt: Receipt
  onAgain: () => void
  /** Forgets the code on this device. */
  onLeave: () => void
}

export function ReceiptView({ receipt, onAgain, onLeave }: ReceiptViewProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const secret = secretName(receipt.isAnonymous)
  return (
    <div className="pub-wrap narrow">
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          已提交，请保存查询码
        </h1>
        <p>
          凭查询码和{secret}，可随时查看进度，按要求补充材料，办结后评价。查询码不会再次发送，请截图、抄写或打印；在公用电脑上请最后点“清除并离开”。
        </p>
      </header>
      <section className="sheet receipt" aria-label="查询码">
        <p className="receipt-code" data-testid="look-up-code">
          {/* Breaks between its groups where a line is too narrow for all of them. */}
          {receipt.code.split('-').map((group, i, { length }) => (
            <Fragment key={i}>
              {i < length - 1 ? `${group}-` : group}
              <wbr />
            </Fragment>
          ))}
        </p>
        <p className="receipt-secret">
          查询时还须填写{secret}
          {receipt.isAnonymous ? '；平台不留存您的手机号，忘记密码无法找回' : ''}。
        </p>
        <p className="row no-print">
          <CopyButton text={receipt.code} label="复制查询码" />
          <button type="button" className="btn" onClick={() => window.print()}>
            打印
          </button>
        </p>
      </section>
      {receipt.cases.map((one) => (
        <section key={one.caseNo} className="sheet" aria-label={`${caseTypeLabels[one.caseType]} ${one.caseNo}`}>
          <h2 className="typed-title">
            {caseTypeLabels[one.caseType]} · {one.caseNo}
          </h2>
          <dl className="facts">
            <dt>当前状态</dt>
            <dd>{one.stateLabel ?? '已登记'}</dd>
            <dt>承办单位</dt>
            <dd>
              <strong>{one.orgName ?? '正在确定，稍后可在进度页查看'}</strong>
            </dd>
            {one.reasons.length > 0 && (
              <>
                <dt>为什么是它</dt>
                <dd>{one.reasons.join('；')}</dd>
              </>
            )}
            {one.dueAt && (
              <>
                <dt>{one.termLabel ? `${one.termLabel}期限` : '办理期限'}</dt>
                <dd>
                  不晚于 <span className="unbroken">{formatDate(one.dueAt)}</span>
                  {one.dueIsProvisional ? '（暂定：次年放假安排公布后重新计算）' : ''}
                </dd>
              </>
            )}
          </dl>
        </section>
      ))}
      <p className="row no-print receipt-next">
        <Link className="btn btn-primary" to={complaintPaths.lookUp()} state={{ code: receipt.code, isAnonymous: receipt.isAnonymous }}>
          查看进度
        </Link>
        <button type="button" className="btn" onClick={onAgain}>
          再填一件
        </button>
        <button type="button" className="btn" onClick={onLeave}>
          清除并离开
        </button>
      </p>
    </div>
  )
}
