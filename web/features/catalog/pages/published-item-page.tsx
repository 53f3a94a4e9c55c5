export default function PublishedItemPage() {
  return <h1>监管事项</h1>
}
