export default function ItemsPage() {
  return <h1>监管事项目录</h1>
}
