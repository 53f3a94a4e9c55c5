import { serve } from '../_shared/serve.ts'
import { uploadMap } from './handler.ts'

serve('user', uploadMap)
