import { countUnreadRows } from '../model/count-unread-rows.js';
import type { CellClaim, ReadDocument } from '../model/document.js';

/** What `extract` prints: the document without its grids, how its cells were used, and the disclosures. */
export function readingAsJson(document: ReadDocument): object {
  const { blocks, claims, unread, disclosures, ...rest } = document;
  const unreadRows = countUnreadRows(unread);
  return { document: { ...rest, blocks: blocks.length, cells: countCells(claims), unreadRows }, disclosures };
}

function countCells(claims: readonly CellClaim[]): Record<string, unknown> {
  const count = (status: CellClaim['status']): number =>
    claims.filter((claim) => claim.status === status).length;
  const reasons: Record<string, number> = {};
  for (const { reason } of claims) if (reason) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    all: claims.length,
    claimed: count('claimed'),
    label: count('label'),
    setAside: count('set-aside'),
    unclaimed: count('unclaimed'),
    reasons,
  };
}
