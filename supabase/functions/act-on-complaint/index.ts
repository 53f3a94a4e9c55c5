import { serve } from '../_shared/serve.ts'
import { actOnComplaint } from './handler.ts'

serve('public', actOnComplaint)
