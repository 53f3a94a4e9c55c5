import { createContext, use } from 'react'
import { trailState, type Trail } from '@/entities/work-item/model/trail.ts'

/** What is on the list now, which a link from it takes along. */
export const ListTrailContext = createContext<Trail | null>(null)

export const useTrailState = (path: string) => trailState(use(ListTrailContext), path)
