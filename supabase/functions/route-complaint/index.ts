import { serve } from '../_shared/serve.ts'
import { routeComplaint } from './handler.ts'

serve('service', routeComplaint)
