import { serve } from '../_shared/serve.ts'
import { lookUpComplaint } from './handler.ts'

serve('public', lookUpComplaint)
