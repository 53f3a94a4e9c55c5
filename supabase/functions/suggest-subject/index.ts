import { serve } from '../_shared/serve.ts'
import { suggestSubject } from './handler.ts'

serve('public', suggestSubject)
