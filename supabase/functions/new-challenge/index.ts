import { newChallenge } from '../_shared/challenge.ts'
import { serve } from '../_shared/serve.ts'

/** Before a proof of work: no body; answers {challenge}, good for a day and for any number of keys. */
serve('public', async (_request, { env }) => ({ challenge: await newChallenge(env('REPORTER_KEY')) }))
