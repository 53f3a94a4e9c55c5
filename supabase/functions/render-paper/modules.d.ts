/** The parts of two packages without types that render.ts uses. */
declare module 'pdfmake/js/Printer.js' {
  interface PdfDocument {
    on(event: 'data', listener: (part: Uint8Array) => void): void
    on(event: 'end', listener: () => void): void
    on(event: 'error', listener: (error: Error) => void): void
    end(): void
  }
  interface Files {
    existsSync(path: string): boolean
    readFileSync(path: string): Uint8Array
  }
  class Printer {
    constructor(
      fonts: Record<string, { normal: string }>,
      files: Files,
      addresses: { resolve(): void; resolved(): Promise<void> },
      mayReadLocalFile: (path: string) => boolean,
    )
    createPdfKitDocument(document: object): Promise<PdfDocument>
  }
  const module: typeof Printer | { default: typeof Printer }
  export default module
}

declare module 'subset-font' {
  interface Options {
    targetFormat: 'truetype' | 'woff2'
    noHinting?: boolean
    noLayoutClosure?: boolean
    keepFeatures?: string[]
  }
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Uint8Array>
}
