import { isoTime } from '../../pipeline/files/iso-time.js';
import type { ManifestRow } from '../manifest/manifest-row.js';

/**
 * The publishing date of a content that stands where another stood before: what the page prints, unless that is no later than the
 * date of the one before — pages often keep their date when a file is exchanged; then the day on which the server says it changed,
 * else the day on which it was found.
 * @returns ISO date; '' for none
 */
export function versionDate(row: ManifestRow, before: ManifestRow | null): string {
  if (before === null || before.sha256 === '' || before.sha256 === row.sha256) return row.published;
  const days = [row.published, dayOf(row.last_modified), dayOf(row.fetched)];
  return days.find((day) => day !== '' && day > before.published) ?? row.published;
}

const dayOf = (time: string): string => isoTime(time)?.slice(0, 10) ?? '';
