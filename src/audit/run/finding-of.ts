import type { Severity } from '../../model/facts/severities.js';
import type { Finding } from '../../model/finding.js';
import { percentOf } from '../figures/format.js';
import type { Rule, SubjectIdentity } from '../rules/rule.js';
import { doubtsOf } from '../verdicts/certainty.js';
import type { OperandDraft } from '../verdicts/operand.js';
import { readFromPicture, type SumCheck } from '../verdicts/read-from-picture.js';
import type { FindingDraft } from '../verdicts/verdict.js';
import { renderMessage } from './message.js';

const BELOW: Record<Severity, Severity> = { error: 'warning', warning: 'note', note: 'note' };

/** Said of a finding that rests on recognized text, however sure. */
const FROM_PICTURE = '所据文字由图像识别得到';

/** A finding before it has its identity. */
export type Unmarked = Omit<Finding, 'fingerprint' | 'matter'>;

/**
 * A rule's draft as a finding of the subject. An unsure reading turns a fail into a review, and a review is one step less
 * severe than the rule.
 */
export function findingOf(
  rule: Rule,
  subject: SubjectIdentity,
  kind: 'fail' | 'review',
  draft: FindingDraft,
  sumCheck: (operand: OperandDraft) => SumCheck | undefined,
): Unmarked {
  const picture = readFromPicture(draft.operands, draft.reported !== undefined, sumCheck);
  const doubts = [...new Set([...(draft.doubts ?? []), ...doubtsOf(draft.operands), ...picture.doubts])];
  const verdict = doubts.length > 0 ? 'review' : kind;
  const severity = draft.severity ?? rule.severity;
  const template = rule.messages[draft.message];
  if (template === undefined) throw new Error(`规则 ${rule.id} 没有消息 ${draft.message}`);
  const parameters: Record<string, string> = { ...draft.parameters, case: draft.message };
  if (doubts.length > 0) parameters.doubts = doubts.join('；');
  if (picture.isRecognized) parameters.picture = FROM_PICTURE;
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    severity: verdict === 'review' && draft.severity === undefined ? BELOW[severity] : severity,
    verdict,
    document: subject.document,
    disclosure: subject.disclosure,
    project: draft.project?.name || null,
    field: draft.field,
    parameters,
    message: messageOf(template, parameters),
    reported: draft.reported ?? null,
    expected: draft.expected ?? null,
    differenceFen: draft.differenceFen ?? null,
    differenceShare:
      draft.differenceFen === undefined ? null : percentOf(draft.differenceFen, draft.totalFen ?? 0),
    toleranceFen: draft.toleranceFen ?? null,
    formula: draft.formula ?? null,
    evidence: distinct(draft.operands).map(({ label, evidence, document }) => ({
      label,
      evidence,
      document: document ?? subject.document,
    })),
  };
}

/** The message of a finding from its rule's template and its stored parameters (`case`, `doubts`, `picture` and the slots). */
export function messageOf(template: string, parameters: Record<string, string>): string {
  const { doubts, picture } = parameters;
  const notes = [picture, doubts && `读取存疑：${doubts}`].filter(Boolean).join('；');
  return `${renderMessage(template, parameters)}${notes === '' ? '' : `（${notes}）`}`;
}

/** One cell may be two operands' source only under different labels. */
function distinct(operands: OperandDraft[]): OperandDraft[] {
  const seen = new Set<string>();
  return operands.filter(({ label, evidence, document }) => {
    const key = `${document ?? ''}|${evidence.block}|${evidence.place}|${label}`;
    return !seen.has(key) && seen.add(key);
  });
}
