/**
 * Which body answers for a case, with a reason for each candidate. Order of weight: the matter that the citizen
 * stated, the words of the text, how exactly the place is known. Confident → dispatched; unsure → the coordinator
 * gets the ranked proposal.
 */
import { z } from 'zod'

/** A row of complaint_route_candidates. */
export const candidateSchema = z.object({
  matter_code: z.string(),
  is_stated: z.boolean(),
  keyword_hits: z.array(z.string()),
  org_id: z.string().nullable(),
  org_name: z.string().nullable(),
  place_tier: z.number(),
  rule_reason: z.string().nullable(),
})
export type Candidate = z.infer<typeof candidateSchema>

export interface Ranked {
  org_id: string
  rank: number
  score: number
  reasons: string[]
}

export interface Choice {
  ranked: Ranked[]
  isConfident: boolean
}

export const points = { stated: 60, word: 10, wordsAtMost: 4, placeKnown: 15 } as const
/** A choice is confident from this score, with this lead over the next body. */
export const confidence = { score: 60, lead: 25 } as const

interface Scored {
  org_id: string
  score: number
  reasons: string[]
}

function score(candidate: Candidate): Scored | null {
  if (!candidate.org_id) return null
  const words = candidate.keyword_hits.slice(0, points.wordsAtMost)
  const isPlaceKnown = candidate.place_tier >= 4
  const reasons = [candidate.rule_reason ?? '']
  if (candidate.is_stated) reasons.push('与所选事项类别相符')
  if (words.length > 0) reasons.push(`内容中提到：${words.join('、')}`)
  if (!isPlaceKnown) reasons.push('事发地只到市一级')
  return {
    org_id: candidate.org_id,
    score: (candidate.is_stated ? points.stated : 0) + words.length * points.word + (isPlaceKnown ? points.placeKnown : 0),
    reasons: reasons.filter((reason) => reason !== ''),
  }
}

/** Several matters may lead to one body: its best one counts. */
function bestOfEachOrg(scored: Scored[]): Scored[] {
  const best = new Map<string, Scored>()
  for (const one of scored) {
    const known = best.get(one.org_id)
    if (!known || one.score > known.score) best.set(one.org_id, one)
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.org_id.localeCompare(b.org_id))
}

export function chooseOrg(candidates: Candidate[]): Choice {
  const ranked = bestOfEachOrg(candidates.map(score).filter((one) => one !== null)).map((one, i) => ({ ...one, rank: i + 1 }))
  const [first, second] = ranked
  const isPlaceKnown = candidates.some((candidate) => candidate.place_tier >= 4)
  return {
    ranked,
    isConfident: first !== undefined && isPlaceKnown && first.score >= confidence.score && first.score - (second?.score ?? 0) >= confidence.lead,
  }
}

/** What complaint_apply_route is told of one item. */
export function routeOf(itemId: string, candidates: Candidate[]) {
  const { ranked, isConfident } = chooseOrg(candidates)
  return { item_id: itemId, candidates: ranked.map((one) => ({ ...one })), is_confident: isConfident }
}
