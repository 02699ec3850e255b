import type { ReportFinding, ReportMeans, RuleDescription } from '../audit-report/audit-report.js';
import { CAUTION } from '../audit-report/titles.js';
import { showTime } from '../show-time.js';
import type { Sheet } from '../workbook/sheet.js';
import { writeWorkbook } from '../workbook/write-workbook.js';
import { answerLines, linesSheet } from './cover-sheet.js';
import { EVIDENCE_SHEET, evidenceRowsOf, evidenceSheet } from './evidence-sheet.js';
import { listSheet } from './list-sheet.js';
import { rulesSheet } from './summary-sheets.js';

/** Findings chosen from a store, from whatever run each is. */
export interface ChosenFindings {
  /** When the list was taken, ISO 8601, UTC. */
  at: string;
  /** What was chosen, in words. */
  chosen: string;
  findings: ReportFinding[];
  rules: RuleDescription[];
}

/**
 * Findings as an .xlsx to hand over and to get back, as `auditWorkbook` without what only a whole run can say: 说明, 清单 (see
 * `readAnswers`), 证据, 规则.
 * @throws Error when they are more than a worksheet holds
 */
export async function* listWorkbook(list: ChosenFindings, means: ReportMeans): AsyncGenerator<Uint8Array> {
  const rules = new Map(list.rules.map((rule) => [rule.id, rule]));
  yield* writeWorkbook(
    { creator: 'mingzhang', title: '疑点清单（待核实线索）', created: new Date(list.at) },
    [
      coverSheet(list),
      listSheet(list.findings, rules, { sheet: EVIDENCE_SHEET, rowsOf: evidenceRowsOf }),
      evidenceSheet(list.findings, rules, means),
      rulesSheet(list),
    ],
  );
}

const coverSheet = ({ at, chosen, findings }: ChosenFindings): Sheet =>
  linesSheet([
    ['性质', CAUTION],
    ['取自', `库中的疑点清单，${showTime(at)}`],
    ['筛选', chosen],
    ['列出疑点', `${findings.length} 条`],
    ...answerLines(findings.length),
  ]);
