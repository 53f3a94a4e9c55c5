/** One pair of words for the second person everywhere: what the asker sends, and the two answers. */
export const reviewWords = { ask: '提交审核', grant: '同意', refuse: '退回修改' } as const
