export default function LawsPage() {
  return <h1>法律法规</h1>
}
