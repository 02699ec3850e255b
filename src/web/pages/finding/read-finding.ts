import { type Rule, ruleOf } from '../../../app/rules.js';
import type { Finding } from '../../../model/finding.js';
import type { Neighbours, ReviewedFinding, Sighting } from '../../../model/ports/findings.js';
import type { Store } from '../../../model/ports/store.js';
import type { FindingQuery } from '../../finding-query.js';
import { type Answered, readAnswered } from '../../parts/read-answered.js';
import { readSources, type Sources } from '../../parts/source/read-sources.js';
import { type ListProgress, listPlaceOf, progressAt } from '../../reviews/finding-place.js';
import type { Site } from '../../site.js';

/** Documents drawn on one page; a text copied around the country stands in more. */
const MOST_DOCUMENTS = 8;

/** All there is to say of one finding. */
export interface FindingPage {
  finding: Finding;
  listed: ReviewedFinding;
  /** null: this program has the rule no longer. */
  rule: Rule | null;
  sources: Sources;
  /** Documents of operands that are not drawn. */
  notDrawn: number;
  /** The runs that reported it, the newest first. */
  history: Sighting[];
  neighbours: Neighbours;
  /** null: it is not of the list. */
  progress: ListProgress | null;
  /** Where it is found in the list again. */
  place: { page: number; row: number | null };
  /** Findings nobody has answered of the same rule on the same department, itself among them. */
  alike: number;
  /** What was just answered. */
  answered: Answered | null;
  /** Its project in the store. */
  project: number | null;
}

/** null: no run has had a finding of this number. */
export async function readFinding(site: Site, id: number, query: FindingQuery): Promise<FindingPage | null> {
  const { store } = site;
  const listed = await store.reviewedFinding(id);
  if (!listed) return null;
  const located = await store.locate(`f${id}`);
  if (located.kind !== 'finding') return null;
  const { finding } = located;
  return {
    finding,
    listed,
    rule: ruleOf(finding.rule),
    ...(await readDrawn(site, finding)),
    history: await store.findingHistory(listed),
    neighbours: await store.findingNeighbours(id, query.reviews, query.sort),
    progress: await progressAt(store, id, query),
    place: await listPlaceOf(store, id, query),
    alike: (await store.countAlike([id])).get(id) ?? 0,
    answered: await readAnswered(store, query.done),
    project: await projectOf(store, listed),
  };
}

/** Operands keep the numbers they have in the finding, also where not all of their documents are drawn. */
async function readDrawn(
  site: Site,
  { document: subject, evidence }: Finding,
): Promise<Pick<FindingPage, 'sources' | 'notDrawn'>> {
  const documents = [...new Set([subject, ...evidence.map(({ document }) => document)])].filter((each) =>
    evidence.some(({ document }) => document === each),
  );
  const drawn = new Set(documents.slice(0, MOST_DOCUMENTS));
  const operands = evidence
    .map((operand, index) => ({ number: index + 1, operand }))
    .filter(({ operand }) => drawn.has(operand.document));
  const sources = await readSources(
    site,
    operands.map(({ operand }) => operand),
  );
  return { sources: { ...sources, operands }, notDrawn: documents.length - drawn.size };
}

async function projectOf(store: Store, { document_id, project }: ReviewedFinding): Promise<number | null> {
  if (document_id === null || project === null) return null;
  const [row] = await store.matching('projects', { document_id, project }, ['id']);
  return row === undefined ? null : Number(row.id);
}
