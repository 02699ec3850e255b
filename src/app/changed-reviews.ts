import type { ChangedReview } from '../model/ports/findings.js';
import type { Store } from '../model/ports/store.js';
import { REVIEW_STATE_TEXT } from '../model/review.js';
import { ruleOf } from './rules.js';

/** A finding whose ground changed after it was answered, in words. */
export interface ReviewChange {
  id: string;
  rule: string;
  /** The answer, by its title. */
  review: string;
  reviewer: string;
  answered: string;
  before: string;
  /** null: it is found no longer. */
  after: string | null;
  why: string;
}

/** Answered findings that say something else since, or are found no longer, with the reason; never re-opened or dropped. */
export const changedReviews = async (store: Store): Promise<ReviewChange[]> =>
  (await store.changedReviews()).map((change) => ({
    id: `f${change.id}`,
    rule: change.rule,
    review: REVIEW_STATE_TEXT[change.state].title,
    reviewer: change.who,
    answered: change.answeredAt,
    before: change.before,
    after: change.after,
    why: reasonOf(change),
  }));

function reasonOf(change: ChangedReview): string {
  const { isStored, ruleVersionBefore, readerBefore, readerAfter, supersededBy, laterId, laterDocument } =
    change;
  const ruleVersion = change.after === null ? ruleOf(change.rule)?.version : change.ruleVersionAfter;
  const reasons = [
    !isStored && '文档已不在库中',
    supersededBy !== null && `文档已由新版本 d${supersededBy} 取代`,
    laterId !== null && `d${laterDocument} 里的同一件事是 f${laterId}，结论没有移过去，请再看`,
    ruleVersion === undefined && '程序已没有这条规则',
    ruleVersion !== undefined &&
      ruleVersion !== ruleVersionBefore &&
      `规则由版本 ${ruleVersionBefore} 改为 ${ruleVersion}`,
    isStored &&
      supersededBy === null &&
      readerBefore !== null &&
      readerAfter !== readerBefore &&
      `读取程序由版本 ${readerBefore} 改为 ${readerAfter}，重读了文档`,
  ].filter((each) => each !== false);
  return reasons.join('；') || '文档的归属，或同时核查的其他文档有了改动';
}
