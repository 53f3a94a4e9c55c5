import { serve } from '../_shared/serve.ts'
import { sendMessage } from './handler.ts'

serve('service', sendMessage)
