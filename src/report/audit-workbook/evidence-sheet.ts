import { SEVERITY_TITLES } from '../../model/facts/severities.js';
import type { Operand } from '../../model/finding.js';
import type { LoadDocument, ReportFinding, RuleDescription } from '../audit-report/audit-report.js';
import { departmentTitle } from '../audit-report/titles.js';
import { excerpt } from '../evidence/excerpt.js';
import { rowContext } from '../evidence/row-context.js';
import { type Sheet, type SheetColumn, sheet } from '../workbook/sheet.js';
import { LIST_SHEET } from './list-sheet.js';

export const EVIDENCE_SHEET = '证据';

/** A row of 证据: one operand of a finding; a finding without operands has one row that says so. */
interface EvidenceRow {
  of: ReportFinding;
  /** From 1; null where the finding has no operand. */
  number: number | null;
  operand: Operand | null;
  /** What is printed there, with its unit. */
  text: string | null;
  path: string | null;
  form: string | null;
  context: string | null;
}

/** 证据: one row per operand with the row of the source it stands in; `rows` says where (from 1) each finding begins. */
export async function evidenceSheet(
  findings: readonly ReportFinding[],
  rules: ReadonlyMap<string, RuleDescription>,
  load: LoadDocument,
): Promise<{ sheet: Sheet; rows: Map<ReportFinding, number> }> {
  const items = await evidenceRows(findings, load);
  const rows = new Map<ReportFinding, number>();
  for (const [index, { of }] of items.entries()) if (!rows.has(of)) rows.set(of, index + 2);
  const columns: SheetColumn<EvidenceRow>[] = [
    { title: '编号', width: 8, value: ({ of }) => `f${of.id}`, formula: linkToList },
    { title: '程度', width: 6, value: ({ of }) => SEVERITY_TITLES[of.finding.severity] },
    { title: '部门', width: 16, value: ({ of }) => departmentTitle(of.subject) },
    { title: '疑点', width: 18, value: ({ of }) => rules.get(of.finding.rule)?.title ?? of.finding.rule },
    { title: '算式', width: 28, value: ({ of, number }) => (number === 1 ? of.finding.formula : null) },
    { title: '序号', width: 6, value: ({ number }) => number },
    { title: '项', width: 20, value: ({ operand }) => operand?.label ?? '（没有单元格为据）' },
    {
      title: '原文',
      width: 34,
      value: ({ text }) => text,
    },
    { title: '位置', width: 12, value: ({ operand }) => operand?.evidence.place ?? null },
    { title: '所在行', width: 50, value: ({ context }) => context },
    { title: '所在表', width: 22, value: ({ form }) => form },
    { title: '文件', width: 28, value: ({ path }) => path },
  ];
  return { sheet: sheet(EVIDENCE_SHEET, columns, items), rows };
}

/**
 * Once per finding, since every one is looked for when the workbook is opened; by its number, since the list is sorted by
 * whoever works on it.
 */
const linkToList = ({ of: { id }, number }: EvidenceRow): string | null =>
  number === null || number === 1
    ? `HYPERLINK("#'${LIST_SHEET}'!A"&MATCH("f${id}",'${LIST_SHEET}'!$A:$A,0),"f${id}")`
    : null;

/** In the order of the list; each document is loaded once. */
async function evidenceRows(findings: readonly ReportFinding[], load: LoadDocument): Promise<EvidenceRow[]> {
  const rows = new Map<ReportFinding, EvidenceRow[]>(findings.map((of) => [of, rowsOf(of)]));
  const byDocument = new Map<string, EvidenceRow[]>();
  for (const row of [...rows.values()].flat()) {
    if (!row.operand) continue;
    const here = byDocument.get(row.operand.document);
    if (here) here.push(row);
    else byDocument.set(row.operand.document, [row]);
  }
  for (const [sha256, here] of byDocument) {
    const document = await load(sha256);
    for (const row of here) {
      if (!row.operand) continue;
      row.text = excerpt(row.operand, document ?? undefined);
      if (!document) continue;
      const { evidence } = row.operand;
      row.path = document.path;
      row.form = document.forms.find(({ blocks }) => blocks.includes(evidence.block))?.title?.text ?? null;
      row.context = rowContext(document, evidence);
    }
  }
  return [...rows.values()].flat();
}

function rowsOf(of: ReportFinding): EvidenceRow[] {
  const blank = { of, text: null, path: null, form: null, context: null };
  if (of.finding.evidence.length === 0) return [{ ...blank, number: null, operand: null }];
  return of.finding.evidence.map((operand, index) => ({ ...blank, number: index + 1, operand }));
}
