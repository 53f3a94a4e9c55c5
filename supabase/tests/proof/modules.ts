/** The modules that prove themselves: every folder of `modules/` with a `proof.ts`, in the order of their bands. No list. */
import { existsSync, readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import type { Flow, FunctionSpec, ModuleProof, RelationSpec, Rights } from './types.ts'

const folder = path.resolve(import.meta.dirname, '../modules')

export interface Proofs {
  modules: ModuleProof[]
  rights: Rights
  /** Permissions that only a session with two factors gives. */
  secondFactor: Set<string>
  relations: Record<string, RelationSpec>
  functions: Record<string, FunctionSpec>
  attachmentKinds: NonNullable<ModuleProof['attachmentKinds']>
  flows: Flow[]
  /** The flow of a kind; a kind without one fails the proof. */
  flowOf: (kind: string) => Flow
}

/** One name twice would let one module's word stand for another's. */
function merged<T>(parts: [module: string, Record<string, T>][]): Record<string, T> {
  const all: Record<string, T> = {}
  for (const [module, part] of parts)
    for (const [name, one] of Object.entries(part)) {
      if (name in all) throw new Error(`"${name}" stands in the proof of ${module} and of another module`)
      all[name] = one
    }
  return all
}

export function combine(modules: ModuleProof[]): Proofs {
  const flows = modules.flatMap((module) => module.flows)
  return {
    modules,
    flows,
    rights: merged(modules.map((module) => [module.id, module.rights])),
    secondFactor: new Set(modules.flatMap((module) => module.secondFactor ?? [])),
    relations: merged(modules.map((module) => [module.id, module.relations])),
    functions: merged(modules.map((module) => [module.id, module.functions])),
    attachmentKinds: merged(modules.map((module) => [module.id, module.attachmentKinds ?? {}])),
    flowOf(kind) {
      const found = flows.find((flow) => flow.kind === kind)
      if (!found) throw new Error(`kind "${kind}" has no flow in any proof`)
      return found
    },
  }
}

let known: Promise<Proofs> | undefined

async function read(): Promise<Proofs> {
  const files = readdirSync(folder)
    .map((id) => path.join(folder, id, 'proof.ts'))
    .filter((file) => existsSync(file))
  const modules: ModuleProof[] = []
  for (const file of files) {
    const { proof } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { proof: ModuleProof }
    if (proof.id !== path.basename(path.dirname(file))) throw new Error(`the proof in ${path.basename(path.dirname(file))} calls itself ${proof.id}`)
    modules.push(proof)
  }
  return combine(modules.sort((a, b) => a.band.localeCompare(b.band) || a.id.localeCompare(b.id)))
}

export const loadProofs = (): Promise<Proofs> => (known ??= read())
