/** What a reviewer found out about a finding; `open` is the state of a finding nobody has answered. */
export const REVIEW_STATES = ['open', 'confirmed', 'explained', 'dismissed'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** States as people read and write them, and what each means. */
export const REVIEW_STATE_TEXT: Record<ReviewState, { title: string; meaning: string }> = {
  open: { title: '待核实', meaning: '还没有结论' },
  confirmed: { title: '属实', meaning: '对照原文，公开的数字或文字确实对不上' },
  explained: { title: '已说明', meaning: '公开单位作出说明，或另有材料可以解释' },
  dismissed: { title: '排除', meaning: '程序读错，或不构成问题' },
};

export const REVIEW_TITLES = Object.fromEntries(
  REVIEW_STATES.map((state) => [state, REVIEW_STATE_TEXT[state].title]),
) as Record<ReviewState, string>;

/** What else people call an answer. */
const OTHER_WORDS: Readonly<Record<string, ReviewState>> = {
  有解释: 'explained',
  已解释: 'explained',
  已排除: 'dismissed',
  误报: 'dismissed',
  不属实: 'dismissed',
  确认: 'confirmed',
  已确认: 'confirmed',
  未处理: 'open',
  未复核: 'open',
};

/** The answer that words mean: its code, its title or another word for it; null where they mean none. */
export function reviewState(words: string): ReviewState | null {
  const wanted = words.replace(/\s/g, '').toLowerCase();
  const byTitle = REVIEW_STATES.find(
    (state) => state === wanted || REVIEW_STATE_TEXT[state].title === wanted,
  );
  return byTitle ?? OTHER_WORDS[wanted] ?? null;
}

/** Every answer by code and title, for messages. */
export const REVIEW_WORDS = REVIEW_STATES.map(
  (state) => `${REVIEW_STATE_TEXT[state].title}（${state}）`,
).join('、');

/** Answers after which a finding is still listed and counted: the others settle it. */
export const STANDING_ANSWERS = ['open', 'confirmed'] as const satisfies ReviewState[];

/** Answers that set a finding aside: each has to say why. */
const NEED_REASON: readonly ReviewState[] = ['explained', 'dismissed'];

/** What to ask a reviewer whose answer lacks a reason it needs; null where it has one, or needs none. */
export const askedReason = ({ state, comment }: Pick<Review, 'state' | 'comment'>): string | null =>
  NEED_REASON.includes(state) && !comment?.trim() ? `答“${REVIEW_TITLES[state]}”请写明理由` : null;

/** A reviewer's answer. Keyed by the finding's fingerprint: it outlives a better reading, and passes to no other document. */
export interface Review {
  fingerprint: string;
  state: ReviewState;
  comment: string | null;
  who: string;
  /** ISO 8601, UTC. */
  at: string;
}
