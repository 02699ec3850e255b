import type { ReadDocument } from '../../model/document.js';
import { SEVERITY_TITLES } from '../../model/facts/severities.js';
import type { Operand } from '../../model/finding.js';
import type { Pile } from '../../model/ports/pile.js';
import type { ReportFinding, ReportMeans, RuleDescription } from '../audit-report/audit-report.js';
import { departmentTitle } from '../audit-report/titles.js';
import { excerpt } from '../evidence/excerpt.js';
import { rowContext } from '../evidence/row-context.js';
import type { Rows } from '../row.js';
import { type Sheet, type SheetColumn, sheet } from '../workbook/sheet.js';
import { LIST_SHEET } from './list-sheet.js';

export const EVIDENCE_SHEET = '证据';

/** A row of 证据: one operand of a finding; a finding without operands has one row that says so. */
interface EvidenceRow {
  of: ReportFinding;
  /** From 1; null where the finding has no operand. */
  number: number | null;
  operand: Operand | null;
  source: Source | null;
}

/** What the document of an operand says of it; but for the text, null where the store has it no longer. */
interface Source {
  /** What is printed there, with its unit. */
  text: string;
  path: string | null;
  form: string | null;
  context: string | null;
}

/** Rows of 证据 that tell of a finding. */
export const evidenceRowsOf = ({ finding }: Pick<ReportFinding, 'finding'>): number =>
  Math.max(1, finding.evidence.length);

/** 证据: one row per operand with the row of the source it stands in, in the order of the findings. */
export function evidenceSheet(
  findings: Rows<ReportFinding>,
  rules: ReadonlyMap<string, RuleDescription>,
  means: ReportMeans,
): Sheet {
  const columns: SheetColumn<EvidenceRow>[] = [
    { title: '编号', width: 8, value: ({ of }) => `f${of.id}`, formula: linkToList },
    { title: '程度', width: 6, value: ({ of }) => SEVERITY_TITLES[of.finding.severity] },
    { title: '部门', width: 16, value: ({ of }) => departmentTitle(of.subject) },
    { title: '疑点', width: 18, value: ({ of }) => rules.get(of.finding.rule)?.title ?? of.finding.rule },
    { title: '算式', width: 28, value: ({ of, number }) => (number === 1 ? of.finding.formula : null) },
    { title: '序号', width: 6, value: ({ number }) => number },
    { title: '项', width: 20, value: ({ operand }) => operand?.label ?? '（没有单元格为据）' },
    { title: '原文', width: 34, value: ({ source }) => source?.text ?? null },
    { title: '位置', width: 12, value: ({ operand }) => operand?.evidence.place ?? null },
    { title: '所在行', width: 50, value: ({ source }) => source?.context ?? null },
    { title: '所在表', width: 22, value: ({ source }) => source?.form ?? null },
    { title: '文件', width: 28, value: ({ source }) => source?.path ?? null },
  ];
  return sheet(EVIDENCE_SHEET, columns, evidenceRows(findings, means));
}

/**
 * Once per finding, since every one is looked for when the workbook is opened; by its number, since the list is sorted by
 * whoever works on it.
 */
const linkToList = ({ of: { id }, number }: EvidenceRow): string | null =>
  number === null || number === 1
    ? `HYPERLINK("#'${LIST_SHEET}'!A"&MATCH("f${id}",'${LIST_SHEET}'!$A:$A,0),"f${id}")`
    : null;

async function* evidenceRows(findings: Rows<ReportFinding>, means: ReportMeans): AsyncGenerator<EvidenceRow> {
  const sources = means.pile<Sourced>(({ finding, number }) => [finding, number]);
  try {
    await findSources(findings, sources, means);
    const coming = sources[Symbol.iterator]();
    for await (const of of findings) {
      if (of.finding.evidence.length === 0) yield { of, number: null, operand: null, source: null };
      for (const [index, operand] of of.finding.evidence.entries()) {
        const next = coming.next();
        yield { of, number: index + 1, operand, source: next.done ? null : next.value.source };
      }
    }
  } finally {
    sources.close();
  }
}

/** The number of a finding in its list, and of an operand in it. */
interface OperandPlace {
  finding: number;
  number: number;
}

type Sourced = OperandPlace & { source: Source };

/** Looks the operands up document by document: each is loaded once, and none is kept. */
async function findSources(
  findings: Rows<ReportFinding>,
  sources: Pile<Sourced>,
  { load, pile }: ReportMeans,
): Promise<void> {
  const byDocument = pile<OperandPlace & { operand: Operand }>(({ operand }) => [operand.document]);
  try {
    let finding = 0;
    for await (const each of findings) {
      byDocument.add(each.finding.evidence.map((operand, number) => ({ finding, number, operand })));
      finding += 1;
    }
    let open: { sha256: string; document: ReadDocument | null } | undefined;
    for (const { operand, ...place } of byDocument) {
      if (open?.sha256 !== operand.document) {
        open = { sha256: operand.document, document: await load(operand.document) };
      }
      sources.add([{ ...place, source: sourceOf(operand, open.document) }]);
    }
  } finally {
    byDocument.close();
  }
}

function sourceOf(operand: Operand, document: ReadDocument | null): Source {
  const { evidence } = operand;
  const text = excerpt(operand, document ?? undefined);
  if (!document) return { text, path: null, form: null, context: null };
  return {
    text,
    path: document.path,
    form: document.forms.find(({ blocks }) => blocks.includes(evidence.block))?.title?.text ?? null,
    context: rowContext(document, evidence),
  };
}
