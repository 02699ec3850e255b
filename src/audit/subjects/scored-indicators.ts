import type { Evidence, Indicator } from '../../model/disclosure.js';
import type { FormKind } from '../../model/facts/form-kinds.js';
import { type Achievement, achievementOf } from '../../model/promises/achievement.js';
import type { Target } from '../../model/target.js';
import { type ScoringRule, scoringRule } from '../texts/scoring-rule.js';
import type { OperandDraft } from '../verdicts/operand.js';
import { scoringTexts } from './indicators.js';
import { isFigure } from './scores.js';
import type { FormEntry } from './subject.js';

export const SELF_EVALUATION_FORMS: readonly FormKind[] = [
  'project-self-evaluation',
  'department-self-evaluation',
];

/** An indicator with weight, score and an actual value that can be held against its target. */
export interface ScoredIndicator {
  indicator: Indicator;
  achievement: Achievement;
  actual: Target;
  weight: string;
  score: string;
  /** The rule its own cells print; null for none. */
  rule: { rule: ScoringRule; operand: OperandDraft } | null;
  /** Target, actual value, weight and score. */
  operands: OperandDraft[];
}

/** Cells merged over several rows are no weight or score of their own: their indicators are left out. */
export function scoredIndicators(entry: FormEntry): ScoredIndicator[] {
  const shared = sharedCells(entry);
  return entry.indicators.flatMap((indicator): ScoredIndicator[] => {
    const { weight, score, parsed, actualParsed, evidence } = indicator;
    const { target, actual, weight: weightCell, score: scoreCell } = evidence;
    if (
      !isFigure(weight) ||
      !isFigure(score) ||
      !actualParsed ||
      !target ||
      !actual ||
      !weightCell ||
      !scoreCell
    )
      return [];
    if ([target, actual, weightCell, scoreCell].some((cell) => shared.has(keyOf(cell)))) return [];
    const operand = (label: string, cell: Evidence): OperandDraft => ({
      label: `${label} ${indicator.name}`,
      evidence: cell,
      form: entry.reading,
    });
    const printed = printedRule(indicator);
    return [
      {
        indicator,
        achievement: surely(
          achievementOf(
            { ...parsed, text: indicator.target },
            { ...actualParsed, text: indicator.actual },
            indicator,
          ),
        ),
        actual: actualParsed,
        weight,
        score,
        rule: printed && { rule: printed.rule, operand: operand('评分标准', printed.cell) },
        operands: [
          operand('指标值', target),
          operand('实际完成值', actual),
          operand('分值', weightCell),
          operand('得分', scoreCell),
        ],
      },
    ];
  });
}

/** What is only likely is no ground for a finding. */
const surely = (achievement: Achievement): Achievement =>
  achievement.isSure ? achievement : { kind: 'not-comparable', beyond: null, isSure: false };

function printedRule(indicator: Indicator): { rule: ScoringRule; cell: Evidence } | null {
  for (const { text, evidence } of scoringTexts(indicator)) {
    const rule = scoringRule(text);
    if (rule) return { rule, cell: evidence };
  }
  return null;
}

const keyOf = ({ block, cell, place }: Evidence): string => `${block} ${cell} ${place}`;

/** Cells that stand for more than one indicator. */
function sharedCells({ indicators }: FormEntry): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { evidence, horizon } of indicators) {
    if (horizon === 'period') continue;
    for (const field of ['target', 'actual', 'weight', 'score'] as const) {
      const cell = evidence[field];
      if (!cell || cell.cell === null) continue;
      const key = keyOf(cell);
      (seen.has(key) ? shared : seen).add(key);
    }
  }
  return shared;
}
