import { serve } from '../_shared/serve.ts'
import { recoverCode } from './handler.ts'

serve('public', recoverCode)
