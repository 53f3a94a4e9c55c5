export default function ItemPage() {
  return <h1>监管事项</h1>
}
