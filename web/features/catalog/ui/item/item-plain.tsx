import type { Law } from '@/entities/catalog-item/api/list-laws.ts'
import { scopeLabels, type ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import type { ItemWords } from '@/entities/catalog-item/model/item-fields.ts'

interface ItemPlainProps {
  body: ItemBody
  words: ItemWords
  laws: readonly Law[]
  /** Of which day it is read: a law that was repealed later counted then. */
  day: string
}

/** The item for somebody who may be checked: who, whom, how, on which law, and what may follow. */
export function ItemPlain({ body, words, laws, day }: ItemPlainProps) {
  const said = (set: Parameters<ItemWords['code']>[0], codes: readonly string[]) => codes.map((code) => words.code(set, code)).join('、')
  return (
    <section className="sheet item-plain" aria-labelledby="item-plain">
      <h2 id="item-plain">看懂这一项</h2>
      <dl className="item-answers">
        <div>
          <dt>谁可以检查</dt>
          <dd>
            {words.line(body.line_code)}部门（{said('level', body.levels)}），适用于{body.scopes.map((one) => scopeLabels[one] ?? one).join('、')}。
          </dd>
        </div>
        <div>
          <dt>检查谁</dt>
          <dd>
            {body.objects}；类别：{said('object', body.object_kinds)}。
          </dd>
        </div>
        <div>
          <dt>怎样检查</dt>
          <dd>
            <p>{said('method', body.methods)}。</p>
            <p>{body.flow}</p>
          </dd>
        </div>
        <div>
          <dt>依据哪部法</dt>
          <dd>
            <ul>
              {body.bases.map(({ law_code, article }) => (
                <li key={`${law_code} ${article}`}>
                  <Basis law={laws.find((one) => one.code === law_code)} title={words.law(law_code)} article={article} day={day} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>检查后可能怎样</dt>
          <dd>
            <p>{body.result}</p>
            <p className="item-measures">可以采取的措施：{said('measure', body.measures)}。</p>
          </dd>
        </div>
      </dl>
    </section>
  )
}

interface BasisProps {
  law: Law | undefined
  title: string
  article: string
  day: string
}

function Basis({ law, title, article, day }: BasisProps) {
  const ended = law?.repealed_on ?? null
  return (
    <>
      {title}
      {article || '（条款待核对）'}
      {law?.doc_no && <span className="item-doc-no">{law.doc_no}</span>}
      {ended !== null && ended <= day && <strong className="item-ended">自 {ended} 起已废止</strong>}
      {ended !== null && ended > day && <span className="item-doc-no">自 {ended} 起废止</span>}
    </>
  )
}
