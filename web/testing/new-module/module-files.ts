import { browserFiles } from './templates-browser.ts'
import { databaseFiles } from './templates-database.ts'
import { demoFiles } from './templates-demo.ts'
import { figuresFiles } from './templates-figures.ts'
import { flowTestFiles } from './templates-flow-test.ts'
import type { ModuleFile, ModuleNames } from './names.ts'
import { proofFiles } from './templates-proof.ts'
import { screenFiles } from './templates-screens.ts'
import { screenTestFiles } from './templates-screen-test.ts'
import { webFiles } from './templates-web.ts'

/** Everything that a module begins with. */
export const moduleFiles = (names: ModuleNames): ModuleFile[] =>
  [webFiles, screenFiles, screenTestFiles, figuresFiles, databaseFiles, proofFiles, flowTestFiles, demoFiles, browserFiles].flatMap((files) =>
    files(names),
  )
