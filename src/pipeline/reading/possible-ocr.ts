import { canRecognize } from '../../../extractors/scanned/recognition-for.js';
import type { OcrMode } from '../../model/facts/ocr-modes.js';

/** How pictures can be read here: not at all where the parts for it are not installed. */
export const possibleOcr = (wanted: OcrMode): OcrMode => (canRecognize() ? wanted : 'off');
