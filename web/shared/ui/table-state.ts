export interface TableState {
  page: number
  size: number
  /** `due_at` or `-due_at`. */
  sort: string
}
