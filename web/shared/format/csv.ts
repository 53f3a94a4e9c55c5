export interface CsvColumn<Row> {
  title: string
  value: (row: Row) => string | number | null | undefined
}

/** A leading = + - @ (full width too) would run as a formula when a spreadsheet opens the file. */
const guard = (text: string) => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text)

const cell = (value: string | number | null | undefined) => {
  const text = typeof value === 'number' ? String(value) : guard(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** UTF-8 with a byte-order mark, so that office software opens Chinese correctly. `heading`: what the table is of, above it. */
export function toCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[], heading?: string) {
  const lines = [
    ...(heading ? [[cell(heading)]] : []),
    columns.map((c) => cell(c.title)),
    ...rows.map((row) => columns.map((c) => cell(c.value(row)))),
  ]
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}
