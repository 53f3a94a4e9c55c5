/** Everything that a module's files and rows are called, derived from three words. */
export interface ModuleNames {
  /** Folder, e.g. `co-investigation`. */
  folder: string
  /** Table and permission prefix: the folder with underscores. */
  prefix: string
  /** Identifier stem in TypeScript: camelCase. */
  camel: string
  /** Chinese title. */
  title: string
  /** Two digits of the migration's minutes. */
  band: string
  /** Sends parts to several bodies and is done when each has answered. */
  hasParts: boolean
}

/** A file of the module: where, and what stands in it. */
export type ModuleFile = readonly [path: string, text: string]

export function namesOf(...args: string[]): ModuleNames {
  const [folder = '', title = '', band = ''] = args.filter((one) => !one.startsWith('--'))
  const unknown = args.find((one) => one.startsWith('--') && one !== '--parts')
  if (unknown) throw new Error(`没有 ${unknown} 这个选项，只有 --parts`)
  if (!/^[a-z]+(-[a-z]+)*$/.test(folder)) throw new Error('模块名须为小写英文单词，用连字符连接，例如 referral 或 co-investigation')
  if (title.trim() === '') throw new Error('请给出中文名称，例如 抄告抄送')
  if (!/^(1\d|2\d|5[0-4])$/.test(band)) throw new Error('段号须为 10–29 或 50–54 的两位数，见 supabase/README.md 的段号表')
  return {
    folder,
    prefix: folder.replaceAll('-', '_'),
    camel: folder.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    title: title.trim(),
    band,
    hasParts: args.includes('--parts'),
  }
}
