import type { Stage } from '../model/facts/stages.js';
import type { Finding } from '../model/finding.js';
import type { Store } from '../model/ports/store.js';
import type { FindingSubject } from '../report/audit-report/audit-report.js';

/** A row of a list of findings, of whichever: its number, and whose it is. */
export interface NumberedFinding {
  id: number;
  document_id: number | null;
  province: string | null;
  city: string | null;
  region: string | null;
  region_code: string | null;
  year: number | null;
  stage: Stage | null;
  department: string | null;
}

/** The findings of these rows with their operands, and whose disclosures they are about; in the order of the rows. */
export async function locatedFindings<Listed extends NumberedFinding>(
  store: Store,
  rows: readonly Listed[],
): Promise<{ row: Listed; finding: Finding; subject: FindingSubject }[]> {
  const ids = [...new Set(rows.map(({ document_id }) => document_id))];
  const documents = new Map(
    (await store.matching('documents', { id: ids }, ['id', 'path', 'url'])).map((each) => [each.id, each]),
  );
  return Promise.all(
    rows.map(async (row) => {
      const located = await store.locate(`f${row.id}`);
      if (located.kind !== 'finding') throw new Error(`f${row.id} is no finding`);
      const { finding } = located;
      const document = row.document_id === null ? undefined : documents.get(row.document_id);
      const subject = {
        document: finding.document,
        disclosure: finding.disclosure,
        path: String(document?.path ?? '（文档已不在库中）'),
        url: typeof document?.url === 'string' ? document.url : null,
        ...placedAs(row),
      };
      return { row, finding, subject };
    }),
  );
}

const placedAs = ({
  region,
  region_code: code,
  province,
  city,
  year,
  stage,
  department,
}: NumberedFinding): Pick<FindingSubject, 'region' | 'year' | 'stage' | 'department'> => ({
  region: region === null ? null : { code, name: region, province, city },
  year,
  stage: stage ?? 'budget',
  department,
});
