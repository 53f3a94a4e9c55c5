export function PublicLoading() {
  return (
    <div className="pub-wrap page-loading" aria-busy="true">
      <span className="visually-hidden" role="status">
        正在打开页面
      </span>
      {[45, 100, 92, 78].map((width) => (
        <div key={width} className="skeleton-line" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
