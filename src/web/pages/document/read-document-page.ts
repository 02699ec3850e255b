import { HTTPException } from 'hono/http-exception';
import type { Disclosure, Evidence } from '../../../model/disclosure.js';
import type { Severity } from '../../../model/facts/severities.js';
import { type BlockCell, findPlace } from '../../../model/find-place.js';
import { type Block, isGrid, type PageSize } from '../../../model/grid.js';
import type { CellFate } from '../../../report/claim-titles.js';
import { type ValueOfCell, valuesOfCell } from '../../../report/values-of-cell.js';
import { documentNumbered } from '../../document-numbered.js';
import { readSource, type Source } from '../../parts/source/read-sources.js';
import type { Site } from '../../site.js';
import type { DocumentQuery } from './document-query.js';
import { type BlockPart, pageOfPart, tableParts } from './table-parts.js';

/** What became of the cells of forms and of what looks like one, by block and cell. */
export type Claims = ReadonlyMap<number, ReadonlyMap<number, CellFate>>;

/** The cell or paragraph the address names. */
export interface Here extends BlockCell {
  claim: CellFate | null;
  values: ValueOfCell[];
}

/** The page that is shown: a printed page, or some tables and paragraphs. */
export type ShownPage =
  | { kind: 'printed'; number: number; count: number; size: PageSize | null }
  | { kind: 'tables'; number: number; count: number; parts: readonly BlockPart[] };

export interface FindingOfDocument {
  id: number;
  severity: Severity;
  message: string;
}

export interface ShownDocument {
  source: Source;
  claims: Claims;
  here: Here | null;
  /** The address names a cell or place that the document does not have. */
  isLost: boolean;
  page: ShownPage;
  findings: FindingOfDocument[];
  /** Id of the later version. */
  supersededBy: number | null;
}

/** Findings listed beside the document; the list of findings has the others. */
const MOST_FINDINGS = 30;

/** @throws HTTPException 404 where the store has no such document, or the document no such page */
export async function readDocumentPage(site: Site, id: string, query: DocumentQuery): Promise<ShownDocument> {
  const sha256 = await documentNumbered(site.store, id);
  const source = await readSource(site, sha256);
  if (!source) throw new HTTPException(404, { message: '这份文档已不在库中' });
  const { blocks } = source.document;
  const claims = fatesOf(source.document);
  const wanted = query.here ?? (query.place === null ? null : findPlace(blocks, query.place));
  const found = wanted && has(blocks, wanted) ? wanted : null;
  return {
    source,
    claims,
    here: found && {
      ...found,
      claim: found.cell === null ? null : (claims.get(found.block)?.get(found.cell) ?? null),
      values: valuesOfCell(source, found),
    },
    isLost: (query.here !== null || query.place !== null) && found === null,
    page:
      source.isDrawn && !query.asTables
        ? printedPage(source, query, found)
        : tablesPage(source, query, found),
    findings: await readFindings(site, source.id),
    supersededBy: await readSupersededBy(site, source.id),
  };
}

function fatesOf({ claims, unread, disclosures }: Source['document']): Claims {
  const fates = new Map<number, Map<number, CellFate>>();
  const put = (block: number, cell: number, fate: CellFate): void => {
    fates.set(block, (fates.get(block) ?? new Map<number, CellFate>()).set(cell, fate));
  };
  for (const { evidence, field } of statementCells(disclosures)) {
    if (evidence.cell !== null) put(evidence.block, evidence.cell, { status: 'claimed', field });
  }
  for (const claim of claims) put(claim.block, claim.cell, claim);
  for (const { block, cells } of unread) for (const cell of cells) put(block, cell, { status: 'unread' });
  return fates;
}

/** Cells that statements were read from: they belong to no form. */
const statementCells = (disclosures: readonly Disclosure[]): { evidence: Evidence; field: string }[] =>
  disclosures.flatMap(({ statements }) =>
    statements.flatMap((statement) => [
      { evidence: statement.evidence, field: 'statement.title' },
      ...statement.lines.flatMap(({ evidence, figures }) => [
        { evidence, field: 'statement.item' },
        ...figures.map((figure) => ({ evidence: figure.evidence, field: 'statement.figure' })),
      ]),
    ]),
  );

const has = (blocks: readonly Block[], { block, cell }: BlockCell): boolean => {
  const shown = blocks[block];
  if (!shown) return false;
  return cell === null ? !isGrid(shown) : isGrid(shown) && shown.cells[cell] !== undefined;
};

function printedPage({ document }: Source, query: DocumentQuery, here: BlockCell | null): ShownPage {
  const pages = document.pages ?? [];
  const count = pages.length;
  const number = query.page ?? (here && pageOf(document.blocks, here)) ?? firstFormPage(document) ?? 1;
  if (number > count)
    throw new HTTPException(404, { message: `这份文档只有 ${count} 页，没有第 ${number} 页` });
  return { kind: 'printed', number, count, size: pages[number - 1] ?? null };
}

function pageOf(blocks: readonly Block[], { block, cell }: BlockCell): number | null {
  const shown = blocks[block];
  if (!shown) return null;
  const box = isGrid(shown) && cell !== null ? shown.cells[cell]?.boxes?.[0] : undefined;
  return box?.page ?? shown.page ?? null;
}

/** Page of the first form, of what looks like one where there is none, or of the first statement: what a reader looks for. */
function firstFormPage({ forms, unread, disclosures, blocks }: Source['document']): number | null {
  const kinds = [
    forms.flatMap((form) => form.blocks),
    unread.map(({ block }) => block),
    disclosures.flatMap(({ statements }) => statements.flatMap((statement) => statement.blocks)),
  ];
  const wanted = kinds.find((blocksOfKind) => blocksOfKind.length > 0) ?? [];
  const pages = wanted.flatMap((block) => blocks[block]?.page ?? []);
  return pages.length > 0 ? Math.min(...pages) : null;
}

function tablesPage(
  { document: { blocks } }: Source,
  query: DocumentQuery,
  here: BlockCell | null,
): ShownPage {
  const pages = tableParts(blocks);
  const number = query.page ?? (here ? pageOfPart(pages, blocks, here) : 1);
  const parts = pages[number - 1];
  if (!parts) {
    throw new HTTPException(404, { message: `读出的内容只有 ${pages.length} 页，没有第 ${number} 页` });
  }
  return { kind: 'tables', number, count: pages.length, parts };
}

const readFindings = async ({ store }: Site, id: number): Promise<FindingOfDocument[]> =>
  (
    await store.sql(
      `SELECT id, severity, message FROM findings WHERE document_id = ?
       ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, id LIMIT ?`,
      [id, MOST_FINDINGS],
    )
  ).rows.map((row) => ({
    id: Number(row.id),
    severity: String(row.severity) as Severity,
    message: String(row.message),
  }));

async function readSupersededBy({ store }: Site, id: number): Promise<number | null> {
  const later = (await store.matching('documents', { id }, ['superseded_by']))[0]?.superseded_by;
  return later === null || later === undefined ? null : Number(later);
}
