import type { AuditReport, ReportFinding, ReportMeans } from '../audit-report/audit-report.js';
import { groupByDepartment } from '../audit-report/group-by-department.js';
import { writeWorkbook } from '../workbook/write-workbook.js';
import { coverSheet } from './cover-sheet.js';
import { EVIDENCE_SHEET, evidenceRowsOf, evidenceSheet } from './evidence-sheet.js';
import { listSheet } from './list-sheet.js';
import { departmentSummarySheet, ruleSummarySheet, rulesSheet } from './summary-sheets.js';
import { unjudgedSheet } from './unjudged-sheet.js';

/**
 * One audit run as an .xlsx to hand over and to get back: 说明, 汇总, 部门汇总, 清单 (with columns for the reviewer's answer,
 * see `readAnswers`), 证据, 未执行及原因, 规则.
 * @throws Error when the run is more than a worksheet holds
 */
export async function* auditWorkbook(report: AuditReport, means: ReportMeans): AsyncGenerator<Uint8Array> {
  const findings = means.pile<ReportFinding>(() => []);
  try {
    for await (const finding of report.findings) findings.add([finding]);
    const { groups } = await groupByDepartment({ ...report, findings });
    const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
    yield* writeWorkbook(
      { creator: 'mingzhang', title: '疑点清单（待核实线索）', created: new Date(report.at) },
      [
        coverSheet(report),
        ruleSummarySheet(report),
        departmentSummarySheet(groups),
        listSheet(findings, rules, { sheet: EVIDENCE_SHEET, rowsOf: evidenceRowsOf }),
        evidenceSheet(findings, rules, means),
        unjudgedSheet(report),
        rulesSheet(report),
      ],
    );
  } finally {
    findings.close();
  }
}
