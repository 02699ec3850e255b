import type { z } from 'zod';
import type { ADDED_FIELDS } from './audit-json-schema.js';
import type { AuditReport, ReportFinding } from './audit-report/audit-report.js';
import { renderJson } from './render-json.js';

type AddedFields = z.infer<z.ZodObject<typeof ADDED_FIELDS>>;

/** The findings of a run as a JSON array in the order of the report, as `auditJsonSchema` says; in pieces to be written. */
export async function* auditJson({
  findings,
  disclosures,
}: Pick<AuditReport, 'findings' | 'disclosures'>): AsyncGenerator<string> {
  const paths = new Map<string, string>();
  for await (const { document, path } of disclosures) paths.set(document, path);
  yield* renderJson(rowsOf(findings, paths));
}

async function* rowsOf(
  findings: AuditReport['findings'],
  paths: ReadonlyMap<string, string>,
): AsyncGenerator<object> {
  for await (const each of findings) yield { ...each.row, ...addedFields(each, paths) };
}

function addedFields(
  { finding, subject, review }: ReportFinding,
  paths: ReadonlyMap<string, string>,
): AddedFields {
  return {
    path: subject.path,
    url: subject.url,
    field: finding.field,
    difference_fen: finding.differenceFen,
    difference_share: finding.differenceShare,
    tolerance_fen: finding.toleranceFen,
    evidence: finding.evidence.map(({ label, evidence: { quote, place }, document }) => ({
      label,
      quote,
      place,
      sha256: document,
      path: paths.get(document) ?? null,
    })),
    review_state: review?.state ?? 'open',
    review_comment: review?.comment ?? null,
    review_who: review?.who ?? null,
    review_at: review?.at ?? null,
  };
}
