import { departmentNameCandidates, projectNameCandidates } from '../../../app/name-candidates.js';
import { QueryError } from '../../../model/facts/query-error.js';
import type { NameCandidate } from '../../../model/name-candidate.js';
import type { NameDecision, NameKind } from '../../../model/names.js';
import type { Store } from '../../../model/ports/store.js';
import { type ListQuery, readListQuery } from '../../list-query.js';

export const CANDIDATES_A_PAGE = 25;
const DECISIONS_SHOWN = 100;

export interface NamesPageData {
  kind: NameKind;
  candidates: NameCandidate[];
  total: number;
  /** The filter means more names than were compared. */
  isCut: boolean;
  /** The newest. */
  decisions: NameDecision[];
  decided: number;
  /** What was decided just now; `undone`: taken back. */
  done: NameDecision | 'undone' | null;
}

/** @throws QueryError on a parameter the page does not have */
export const readNamesQuery = (address: string): ListQuery =>
  readListQuery(address, ['of', 'done'], ['region', 'year', 'department']);

export async function readNames(
  store: Store,
  { filter, page, given }: ListQuery,
  done?: string,
): Promise<NamesPageData> {
  const kind = kindOf(given.of);
  const { candidates, isCut } = await (kind === 'department'
    ? departmentNameCandidates(store, filter)
    : projectNameCandidates(store, filter));
  const decisions = await store.nameDecisions();
  return {
    kind,
    candidates: candidates.slice((page - 1) * CANDIDATES_A_PAGE, page * CANDIDATES_A_PAGE),
    total: candidates.length,
    isCut,
    decisions: decisions.slice(0, DECISIONS_SHOWN),
    decided: decisions.length,
    done: done === 'undone' ? done : (decisions.find(({ id }) => String(id) === done) ?? null),
  };
}

function kindOf(text: string | undefined): NameKind {
  if (text === undefined || text === 'department') return 'department';
  if (text === 'project') return text;
  throw new QueryError(`类别（of）应为 department 或 project，不能是 ${text}`);
}
