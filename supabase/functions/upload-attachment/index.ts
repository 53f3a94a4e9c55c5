import { serve } from '../_shared/serve.ts'
import { uploadAttachment } from './handler.ts'

serve('user', uploadAttachment)
