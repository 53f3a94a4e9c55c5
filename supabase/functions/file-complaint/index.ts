import { serve } from '../_shared/serve.ts'
import { fileComplaint } from './handler.ts'

serve('public', fileComplaint)
