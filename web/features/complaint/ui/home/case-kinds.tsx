const kinds = [
  {
    name: '投诉',
    ask: '我买东西、接受服务吃了亏，想要对方退、换、赔',
    result: '部门组织双方调解，促成解决纠纷',
    identity: '须实名，以便联系双方',
  },
  {
    name: '举报',
    ask: '我发现有人违法经营，想让部门去查',
    result: '部门核查线索，决定是否立案',
    identity: '可以匿名，凭查询码看进度；留下联系方式才会收到告知',
  },
]

export function CaseKinds() {
  return (
    <section className="home-band" aria-labelledby="kinds">
      <h2 id="kinds">投诉还是举报</h2>
      <div className="home-kinds">
        {kinds.map((kind) => (
          <article key={kind.name}>
            <h3>{kind.name}</h3>
            <dl className="facts">
              <dt>什么情况</dt>
              <dd>{kind.ask}</dd>
              <dt>部门做什么</dt>
              <dd>{kind.result}</dd>
              <dt>身份</dt>
              <dd>{kind.identity}</dd>
            </dl>
          </article>
        ))}
      </div>
      <p className="note">两样都有？填一次即可，系统分成两件，各按各的期限办理。</p>
    </section>
  )
}
