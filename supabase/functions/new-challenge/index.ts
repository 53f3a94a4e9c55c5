import { serve } from '../_shared/serve.ts'
import { giveChallenge } from './handler.ts'

serve('public', giveChallenge)
