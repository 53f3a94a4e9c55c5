import { serve } from '../_shared/serve.ts'
import { revealReporter } from './handler.ts'

serve('user', revealReporter)
