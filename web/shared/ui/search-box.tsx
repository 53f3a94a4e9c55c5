import { Input } from 'antd'
import { useState } from 'react'

interface SearchBoxProps {
  value: string
  placeholder: string
  onSearch: (text: string) => void
}

/** Keeps what is being typed; follows the address when it changes from elsewhere (back button, reset). */
export function SearchBox({ value, placeholder, onSearch }: SearchBoxProps) {
  const [draft, setDraft] = useState({ text: value, from: value })
  if (draft.from !== value) setDraft({ text: value, from: value })
  return (
    <Input.Search
      allowClear
      className="search-box"
      aria-label={placeholder}
      placeholder={placeholder}
      value={draft.text}
      onChange={(event) => setDraft({ ...draft, text: event.target.value })}
      onSearch={(text) => onSearch(text.trim())}
    />
  )
}
