import { Link } from 'react-router'
import { publishedPaths } from '../public-paths.ts'

/** The module's part of the home page: what a business may ask of whoever comes to check. */
export default function HomeSections() {
  return (
    <section className="home-band" aria-labelledby="may-check">
      <h2 id="may-check">有人上门检查</h2>
      <p>
        检查的事项应当列在监管事项目录清单里，检查人员不少于两人并出示执法证件。可以按名称或编码核对这一项由谁检查、怎样检查、依据哪部法。
        <Link to={publishedPaths.published()}>核对监管事项</Link>
      </p>
    </section>
  )
}
