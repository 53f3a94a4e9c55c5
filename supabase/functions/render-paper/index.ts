import { serve } from '../_shared/serve.ts'
import { renderPapers } from './handler.ts'

serve('service', renderPapers)
