import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { itemCodesQuery, itemLinesQuery, mainItemsQuery } from '@/entities/catalog-item/api/list-words.ts'
import { itemSets, scopeLabels, type ItemBody, type ItemSet } from '@/entities/catalog-item/model/catalog-item.ts'
import { itemFields, moreItemFields } from '@/entities/catalog-item/model/item-fields.ts'
import { useItemWords } from '@/entities/catalog-item/ui/use-item-words.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import type { PartDraft } from '../model/change-request.ts'
import { ChangeBases } from './change-bases.tsx'
import { Element, OneOf, SomeOf, WordArea, WordInput } from './change-element.tsx'

interface ChangeBodyProps {
  part: PartDraft
  body: ItemBody
  problems: Readonly<Record<string, string>>
  onChange: (patch: Partial<PartDraft>) => void
}

const fields = [...itemFields, ...moreItemFields]
const localSources = ['province', 'city']

/** The ten elements of an item as it is to be, with what differs from how it stands. */
export function ChangeBody({ part, body, problems, onChange }: ChangeBodyProps) {
  const { is_coordinator: isCoordinator, line_code: ownLine } = useSession()
  const { data: codes = [] } = useQuery(itemCodesQuery)
  const { data: lines = [] } = useQuery(itemLinesQuery)
  const { data: mains = [] } = useQuery(mainItemsQuery)
  const { before, action, main_name: mainName } = part
  const words = useItemWords([...(before?.bases ?? []), ...body.bases].map((one) => one.law_code).filter((code) => code !== ''))
  const isNew = action === 'add'
  const set = (patch: Partial<ItemBody>) => onChange({ body: { ...body, ...patch } })
  const ofSet = (key: ItemSet) => codes.flatMap(({ set_key: of, code, label }) => (of === itemSets[key] ? [{ value: code, label }] : []))
  const element = (key: string, label?: string) => {
    const known = fields.find((one) => one.key === key)
    const was = before && known && known.text(before, words) !== known.text(body, words) ? known.text(before, words) : undefined
    return { id: `${part.id}-${key}`, label: label ?? known?.label ?? key, error: problems[key], was }
  }
  const control = (key: string) => ({ id: `${part.id}-${key}`, error: problems[key] })
  return (
    <div className="change-body">
      <Element {...element('line_code')}>
        <OneOf
          {...control('line_code')}
          value={body.line_code}
          options={lines.map(({ code, name }) => ({ value: code, label: name }))}
          // A body changes what is its own; a coordinator whatever it must.
          isFixed={!isCoordinator && body.line_code === ownLine}
          onChange={(line) => set({ line_code: line, ...(isNew ? { main_code: '' } : {}) })}
        />
      </Element>
      {mainName === undefined ? (
        <Element {...element('main_code')}>
          <OneOf
            {...control('main_code')}
            value={body.main_code}
            options={mains.flatMap(({ code, name, line_code: line }) => (line === body.line_code ? [{ value: code, label: name }] : []))}
            isFixed={!isNew}
            onChange={(main) => set({ main_code: main })}
          />
          {isNew && (
            <Button type="link" size="small" onClick={() => onChange({ main_name: '' })}>
              没有合适的，新增主项
            </Button>
          )}
        </Element>
      ) : (
        <Element {...element('main_name', '新的监管主项')} was={undefined}>
          <WordInput {...control('main_name')} value={mainName} max={100} onChange={(main) => onChange({ main_name: main })} />
          <Button type="link" size="small" onClick={() => onChange({ main_name: undefined as never })}>
            改为选择已有的主项
          </Button>
        </Element>
      )}
      <Element {...element('name')}>
        <WordInput {...control('name')} value={body.name} max={100} onChange={(name) => set({ name })} />
      </Element>
      <Element {...element('methods')} isGroup>
        <SomeOf {...control('methods')} value={body.methods} options={ofSet('method')} onChange={(methods) => set({ methods })} />
      </Element>
      <Element {...element('measures')} isGroup>
        <SomeOf {...control('measures')} value={body.measures} options={ofSet('measure')} onChange={(measures) => set({ measures })} />
      </Element>
      <Element {...element('object_kinds', '监管对象类别')} isGroup was={undefined}>
        <SomeOf {...control('object_kinds')} value={body.object_kinds} options={ofSet('object')} onChange={(kinds) => set({ object_kinds: kinds })} />
      </Element>
      <Element {...element('objects')}>
        <WordInput {...control('objects')} value={body.objects} max={200} onChange={(objects) => set({ objects })} />
      </Element>
      <Element {...element('bases')} isGroup>
        <ChangeBases id={`${part.id}-bases`} value={body.bases} onChange={(bases) => set({ bases })} />
      </Element>
      <Element {...element('flow')}>
        <WordArea {...control('flow')} value={body.flow} max={1000} onChange={(flow) => set({ flow })} />
      </Element>
      <Element {...element('result')}>
        <WordArea {...control('result')} value={body.result} max={500} onChange={(result) => set({ result })} />
      </Element>
      <Element {...element('levels')} isGroup>
        <SomeOf {...control('levels')} value={body.levels} options={ofSet('level')} onChange={(levels) => set({ levels })} />
      </Element>
      <Element {...element('scopes')} isGroup>
        <SomeOf
          {...control('scopes')}
          value={body.scopes}
          options={Object.entries(scopeLabels).map(([value, label]) => ({ value, label }))}
          onChange={(scopes) => set({ scopes })}
        />
      </Element>
      {isNew && (
        <Element {...element('source')} hint="国家目录由系统对接更新，不在这里新增">
          <OneOf
            {...control('source')}
            value={body.source}
            options={ofSet('source').filter(({ value }) => localSources.includes(value))}
            onChange={(source) => set({ source })}
          />
        </Element>
      )}
    </div>
  )
}
