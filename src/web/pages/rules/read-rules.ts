import { RULES, type Rule } from '../../../app/rules.js';
import type { Store } from '../../../model/ports/store.js';

/** How a rule answered in the newest run it was part of. */
export interface RuleAnswers {
  run: number;
  /** ISO 8601, UTC. */
  at: string;
  pass: number;
  fail: number;
  review: number;
  notApplicable: number;
  notEvaluated: number;
  /** Why it did not judge, the commonest first. */
  reasons: { reason: string; count: number }[];
}

export interface DescribedRule {
  rule: Rule;
  /** Findings it still reports. */
  findings: number;
  /** null: it has not run yet. */
  answers: RuleAnswers | null;
}

/** Every rule of this program, with what it answered last. */
export async function readRules(store: Store): Promise<DescribedRule[]> {
  const answers = await newestAnswers(store);
  const counts = await store.countReviews({ reported: true });
  return RULES.map((rule) => ({
    rule,
    findings: counts.reduce((sum, each) => (each.rule === rule.id ? sum + each.findings : sum), 0),
    answers: answers.get(rule.id) ?? null,
  }));
}

/** Rows of runs read at a time. */
const BATCH = 200;

/** What each rule answered when it ran last; runs are walked back until every rule is met. A run of no rule has none. */
async function newestAnswers(store: Store): Promise<Map<string, RuleAnswers>> {
  const answers = new Map<string, RuleAnswers>();
  for (let offset = 0; ; offset += BATCH) {
    const { rows } = await store.query('finding_runs', {}, { sort: '-run_id', limit: BATCH, offset });
    for (const row of rows) {
      if (row.rule !== null && !answers.has(String(row.rule))) answers.set(String(row.rule), answersOf(row));
    }
    if (rows.length < BATCH || RULES.every(({ id }) => answers.has(id))) return answers;
  }
}

function answersOf(row: Record<string, unknown>): RuleAnswers {
  const reasons = JSON.parse(String(row.reasons)) as Record<string, number>;
  return {
    run: Number(row.run_id),
    at: String(row.at),
    pass: Number(row.pass),
    fail: Number(row.fail),
    review: Number(row.review),
    notApplicable: Number(row.not_applicable),
    notEvaluated: Number(row.not_evaluated),
    reasons: Object.entries(reasons)
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count),
  };
}
