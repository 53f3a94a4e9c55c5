export default function PublishedListPage() {
  return <h1>监管事项目录清单</h1>
}
