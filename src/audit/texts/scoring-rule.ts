import Big from 'big.js';
import { joinedText } from './joined-text.js';

/**
 * How an indicator's own scoring rule (评分标准) counts a target that is missed: in proportion to what was done, nothing, or so many
 * points off for each step short of it.
 */
export type ScoringRule =
  | { kind: 'proportional' }
  | { kind: 'all-or-nothing' }
  /** `step` in the figures of the target (percentage points, times), `points` off for each. */
  | { kind: 'deduction'; step: Big; points: Big };

const PROPORTIONAL =
  /(?:按|依|以)(?:照)?(?:实际)?(?:完成)?(?:的)?(?:比例|完成率|完成比例|完成情况比例|达标比例)(?:折算|计算|相应|酌情)?(?:计分|得分|给分|赋分|扣分)|(?:完成率|完成值[/÷](?:年度)?(?:指标值|目标值)|完成比例)[×x*](?:指标|该项|本项)?(?:分值|权重|满分)/;
const NOTHING =
  /(?:否则|(?:低于|高于|少于|不足|超过)[^，,；;。]{1,8}|未(?:完成|达到|达标|达成)[^，,；;。]{0,8}|不达标|达不到[^，,；;。]{0,6})[，,]?(?:的)?(?:该项|本项|此项)?(?:不得分|得0分|不计分|计0分|0分)/;
const STEP =
  /每(?:降低|减少|下降|低|少|缺|差|增加|增长|超过|超出|超|多|高|发生|出现|偏离)(?:于目标值)?(\d+(?:\.\d+)?|一)?[^\d，,。；;扣减]{0,4}[，,]?(?:则)?(?:扣减|扣除|扣|减)(\d+(?:\.\d+)?)分/;

/** The rule a text prints; null where it prints none, or more than one. */
export function scoringRule(printed: string): ScoringRule | null {
  const text = joinedText(printed);
  const rules: ScoringRule[] = [];
  const [, step, points] = STEP.exec(text) ?? [];
  if (points !== undefined) {
    rules.push({
      kind: 'deduction',
      step: new Big(step === undefined || step === '一' ? 1 : step),
      points: new Big(points),
    });
  }
  if (PROPORTIONAL.test(text)) rules.push({ kind: 'proportional' });
  if (NOTHING.test(text)) rules.push({ kind: 'all-or-nothing' });
  const [rule, another] = rules;
  return rule && !another ? rule : null;
}

/**
 * What the rule gives for a target that is missed; null where it cannot be told (proportions of a target of zero, and of a bound
 * from above).
 * @param asked and `done` in the figures of the print: 95 for 95 %
 */
export function scoreByRule(
  rule: ScoringRule,
  { weight, asked, done, isUpperBound }: { weight: Big; asked: Big; done: Big; isUpperBound: boolean },
): Big | null {
  switch (rule.kind) {
    case 'all-or-nothing':
      return new Big(0);
    case 'proportional':
      return isUpperBound || asked.lte(0) ? null : weight.times(done).div(asked);
    case 'deduction': {
      const short = done.minus(asked).abs();
      const left = weight.minus(short.div(rule.step).times(rule.points));
      return left.lt(0) ? new Big(0) : left;
    }
  }
}
