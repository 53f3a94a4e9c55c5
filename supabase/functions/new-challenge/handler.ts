/** Before a proof of work: takes no body; answers {challenge}, good for a day and for any number of keys. */
import { newChallenge } from '../_shared/challenge.ts'
import type { Handler } from '../_shared/serve.ts'

export const giveChallenge: Handler = async (_request, { env }) => ({ challenge: await newChallenge(env('REPORTER_KEY')) })
