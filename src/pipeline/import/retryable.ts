import type { OcrMode } from '../../model/facts/ocr-modes.js';
import { CURABLE, type Outcome } from '../../model/outcome.js';
import type { Documents, ListedReading } from '../../model/ports/documents.js';
import { possibleOcr } from '../reading/possible-ocr.js';
import { outdated } from './needs-reading.js';

/** Outcomes that another try may cure: time and room, and pictures where they can be read by now. */
export const curableOutcomes = (ocr: OcrMode = 'auto'): Outcome[] =>
  possibleOcr(ocr) === 'off' ? [...CURABLE] : [...CURABLE, 'needs-ocr'];

/** Readings that ended so, and may end better; pictures that were tried already in vain are not tried again. */
export async function retryable(
  store: Pick<Documents, 'listReadings'>,
  outcomes: readonly Outcome[],
  ocr: OcrMode = 'auto',
): Promise<ListedReading[]> {
  const isPicture = (outcome: Outcome): boolean => outcome === 'needs-ocr' && possibleOcr(ocr) !== 'off';
  const readings = await store.listReadings({ outcomes: outcomes.filter((each) => !isPicture(each)) });
  if (!outcomes.some(isPicture)) return readings;
  return [...readings, ...(await store.listReadings({ outcomes: ['needs-ocr'], ...outdated(ocr) }))];
}
