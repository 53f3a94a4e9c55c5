import { serve } from '../_shared/serve.ts'
import { checkPaper } from './handler.ts'

serve('public', checkPaper)
