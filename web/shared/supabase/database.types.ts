/** Temporary stand-in until the first `npm run db:types`; every answer is parsed by zod anyway. */
type Loose = { Row: Record<string, unknown>; Insert: Record<string, unknown>; Update: Record<string, unknown>; Relationships: [] }
export type Database = {
  public: {
    Tables: Record<string, Loose>
    Views: Record<string, { Row: Record<string, unknown>; Relationships: [] }>
    Functions: Record<string, { Args: Record<string, unknown>; Returns: unknown }>
    Enums: Record<string, never>
    CompositeTypes: Record<string, never>
  }
}
