import { serve } from '../_shared/serve.ts'
import { uploadPaperSeal } from './handler.ts'

serve('user', uploadPaperSeal)
