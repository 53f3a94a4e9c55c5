import { create } from 'zustand'

export interface Toast {
  id: number
  tone: 'success' | 'warning' | 'error'
  text: string
}

interface ToastState {
  toasts: Toast[]
  dismiss: (id: number) => void
}

export const useToastStore = create<ToastState>()((set) => ({
  toasts: [],
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}))

let lastId = 0
const seconds = { success: 4, warning: 8, error: 8 }

/** Says in one line what came of a step. antd's own would cost the shell 15 KB for its three kinds of pop-ups. */
export function showToast(tone: Toast['tone'], text: string, life = seconds[tone]) {
  const id = ++lastId
  useToastStore.setState(({ toasts }) => ({ toasts: [...toasts.slice(-3), { id, tone, text }] }))
  setTimeout(() => useToastStore.getState().dismiss(id), life * 1000)
}
