import { useQuery } from '@tanstack/react-query'
import { useFormContext } from '@/shared/ui/form-body.tsx'
import { MenuButton } from '@/shared/ui/menu-button.tsx'
import { phrasesQuery } from '../api/list-phrases.ts'
import { insertPhrase, phrasesOf } from '../model/phrase.ts'

interface PhrasePickerProps {
  action: string
  field: string
  max: number
}

/** 常用语: what is written often, added to what stands in the field. Without any, and while they load, the field is as ever. */
export function PhrasePicker({ action, field, max }: PhrasePickerProps) {
  const { form, fill } = useFormContext()
  const { data = [] } = useQuery(phrasesQuery)
  const phrases = phrasesOf(data, action)
  if (phrases.length === 0) return <></>
  const handlePick = (phrase: string) => {
    const text = (form.getFieldValue(field) as string | undefined) ?? ''
    fill(field, insertPhrase(text, phrase, max))
    form.focusField(field)
  }
  return (
    <MenuButton
      size="small"
      type="link"
      menuClassName="phrase-list"
      menu={{ items: phrases.map(({ code, label: words }) => ({ key: code, label: words, onClick: () => handlePick(words) })) }}
    >
      常用语
    </MenuButton>
  )
}
