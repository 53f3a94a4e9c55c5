import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'

/** The whole catalogue as a file; what makes it is loaded by whoever asks for it. */
export function OpenData() {
  const client = useQueryClient()
  const site = useQuery(siteQuery).data?.name ?? ''
  const download = useMutation({
    meta: { silent: true },
    mutationFn: async (format: 'csv' | 'json') => (await import('../../api/open-data.ts')).saveOpenData(format, site, client),
  })
  return (
    <section className="catalog-open no-print" aria-labelledby="open-data">
      <h2 id="open-data">开放数据</h2>
      <p>整份目录可以自由下载和使用，含已取消的事项。每一项的编码不变，可据以核对各次下载的差别；用表格软件打开时，编码列请设为文本。</p>
      <p className="row">
        {(['csv', 'json'] as const).map((format) => (
          <button key={format} type="button" className="btn" disabled={download.isPending} onClick={() => download.mutate(format)}>
            下载 {format.toUpperCase()}
          </button>
        ))}
      </p>
      <p role="status" className={download.isError ? 'note note-error' : undefined}>
        {download.isPending && '正在生成文件'}
        {download.isSuccess && `已下载 ${download.data.toLocaleString('zh-CN')} 项`}
        {download.isError && `没有下载成功：${toAppError(download.error).message}`}
      </p>
    </section>
  )
}
