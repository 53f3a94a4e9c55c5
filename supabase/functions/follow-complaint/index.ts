import { serve } from '../_shared/serve.ts'
import { followComplaint } from './handler.ts'

serve('public', followComplaint)
