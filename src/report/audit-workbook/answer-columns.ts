/** Headers of the columns that carry a reviewer's answer; the workbook writes the first, the reader knows all. */
export const ANSWER_COLUMNS = {
  fingerprint: ['疑点指纹', '指纹', 'fingerprint'],
  state: ['处理状态', '复核状态', '状态', 'review_state', 'state'],
  comment: ['处理意见', '复核意见', '意见', '处理说明', 'review_comment', 'comment'],
  who: ['复核人', '核实人', 'review_who', 'who'],
  basedOn: ['库中复核时间', 'review_at'],
} as const;

export type AnswerField = keyof typeof ANSWER_COLUMNS;
