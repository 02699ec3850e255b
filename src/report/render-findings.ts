import type { Severity } from '../model/facts/severities.js';
import { SEVERITY_TITLES } from '../model/facts/severities.js';
import { FINDING_STATE_TITLES, VERDICT_TITLES } from '../model/finding.js';
import { factLines } from './fact-lines.js';
import type { Row, Value } from './row.js';

const VERDICTS: Record<string, string> = { review: `（${VERDICT_TITLES.review}）` };

interface FindingNames {
  /** Paths of documents by their ids, of those findings that are rendered together. */
  paths: ReadonlyMap<Value, string>;
  /** The run just made; what it found first is 新出现. null: none was made, and nothing is new. */
  run: number | null;
  /** What people are told of a rule. */
  ruleName: (id: string) => string;
}

/**
 * Findings as a list to check line by line: severity, rule, message, formula, place.
 * @param findings rows of the view `findings`, in the order to list them
 */
export const renderFindings = (findings: readonly Row[], names: FindingNames): string =>
  findings.map((each) => renderFinding(each, names)).join('\n');

function renderFinding(finding: Row, { paths, run, ruleName }: FindingNames): string {
  const path = paths.get(finding.document_id ?? null);
  const isNew = finding.state === 'new' && finding.run_id === run;
  const severity = SEVERITY_TITLES[finding.severity as Severity];
  const verdict = VERDICTS[String(finding.verdict)] ?? '';
  const state = isNew ? `  ${FINDING_STATE_TITLES.new}` : '';
  const subject = [finding.region, finding.year, finding.department, finding.project].filter(
    (part) => part !== null,
  );
  return `f${finding.id}  ${severity}${verdict}  ${ruleName(String(finding.rule))}${state}\n${factLines([
    ['对象', subject.join(' · ')],
    ['说明', finding.message ?? null],
    ['算式', finding.formula ?? null],
    ['原文', finding.quote ?? null],
    ['位置', [path, finding.place].filter(Boolean).join('  ')],
  ])}\n`;
}
