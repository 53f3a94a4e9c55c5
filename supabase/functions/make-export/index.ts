import { serve } from '../_shared/serve.ts'
import { makeExport } from './handler.ts'

serve('service', makeExport)
