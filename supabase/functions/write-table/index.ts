import { serve } from '../_shared/serve.ts'
import { writeTableFile } from './handler.ts'

serve('user', writeTableFile)
