type Words = Readonly<Record<string, string>>

/** What the audit log needs to speak of a module's rows; read by its page only. */
export interface AuditWords {
  /** Tables, with their schema. */
  tables: Words
  fields: Words
  /** A field that means something else in one table. */
  fieldsOf?: Readonly<Record<string, Words>>
  /** Actors that are no person. */
  actors?: Words
  /** Codes that mean the same wherever they stand. */
  codes?: Words
  /** Codes whose meaning hangs on their field. */
  codesOf?: Readonly<Record<string, Words>>
}
