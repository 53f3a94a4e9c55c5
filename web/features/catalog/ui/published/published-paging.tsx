interface PublishedPagingProps {
  page: number
  pages: number
  onPage: (page: number) => void
}

export function PublishedPaging({ page, pages, onPage }: PublishedPagingProps) {
  if (pages === 1) return <></>
  const go = (next: number) => {
    onPage(next)
    // The next page begins where this one began.
    document.querySelector('.catalog-count')?.scrollIntoView({ block: 'start' })
  }
  return (
    <nav className="catalog-paging" aria-label="翻页">
      <button type="button" className="btn" disabled={page <= 1} onClick={() => go(page - 1)}>
        上一页
      </button>
      <span>
        第 {page} / {pages} 页
      </span>
      <button type="button" className="btn" disabled={page >= pages} onClick={() => go(page + 1)}>
        下一页
      </button>
    </nav>
  )
}
