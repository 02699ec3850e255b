import type { Severity } from '../model/facts/severities.js';
import { SEVERITY_TITLES } from '../model/facts/severities.js';
import { factLines } from './fact-lines.js';
import type { Row, Value } from './row.js';

const VERDICTS: Record<string, string> = { review: '（需人工判断）' };

/**
 * Findings as a list to check line by line: severity, rule, message, formula, place.
 * @param findings rows of the view `findings`, in the order to list them
 * @param paths path of each document by its id
 * @param run the run just made; what it found first is 新出现. null: none was made, and nothing is new
 */
export function renderFindings(
  findings: readonly Row[],
  paths: ReadonlyMap<Value, string>,
  run: number | null,
): string {
  return findings
    .map((each) =>
      renderFinding(each, paths.get(each.document_id ?? null), each.state === 'new' && each.run_id === run),
    )
    .join('\n');
}

function renderFinding(finding: Row, path: string | undefined, isNew: boolean): string {
  const severity = SEVERITY_TITLES[finding.severity as Severity];
  const verdict = VERDICTS[String(finding.verdict)] ?? '';
  const state = isNew ? '  新出现' : '';
  const subject = [finding.region, finding.year, finding.department, finding.project].filter(
    (part) => part !== null,
  );
  return `f${finding.id}  ${severity}${verdict}  ${finding.rule}${state}\n${factLines([
    ['对象', subject.join(' · ')],
    ['说明', finding.message ?? null],
    ['算式', finding.formula ?? null],
    ['原文', finding.quote ?? null],
    ['位置', [path, finding.place].filter(Boolean).join('  ')],
  ])}\n`;
}
