import { serve } from '../_shared/serve.ts'
import { fetchPaper } from './handler.ts'

serve('public', fetchPaper)
