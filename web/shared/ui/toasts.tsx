import { useToastStore } from './toast-store.ts'

export function Toasts() {
  const { toasts, dismiss } = useToastStore()
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, tone, text }) => (
        <div key={id} className={`toast toast-${tone}`}>
          {text}
          <button type="button" aria-label="关闭提示" onClick={() => dismiss(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  )
}
