import { Component, type ReactNode } from 'react'

interface Props {
  children: ReactNode
  /** A new value (the address) gives the next page a fresh start. */
  resetKey?: string
}

interface State {
  error: unknown
  resetKey: string | undefined
}

/** A chunk that is gone means a newer version was deployed while this page was open. */
const isStaleChunk = (error: unknown) => error instanceof Error && /dynamically imported|module script|chunk/i.test(error.message)

export class RouteErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  static getDerivedStateFromProps(props: Props, state: State) {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    const isStale = isStaleChunk(error)
    return (
      <div className="pub-wrap narrow state-page" role="alert">
        <h1>{isStale ? '系统已更新' : '页面出错了'}</h1>
        <p>{isStale ? '请刷新页面使用新版本，已填写的草稿不会丢失。' : '请刷新重试；已填写的草稿不会丢失。多次出现请联系管理员。'}</p>
        <p className="row">
          <button type="button" className="btn btn-primary" onClick={() => window.location.reload()}>
            刷新页面
          </button>
          <a className="btn" href="/">
            返回首页
          </a>
        </p>
      </div>
    )
  }
}
