import { serve } from '../_shared/serve.ts'
import { readTableFile } from './handler.ts'

serve('user', readTableFile)
