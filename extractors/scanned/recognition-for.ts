import type { OcrMode } from '../../src/model/facts/ocr-modes.js';
import type { Recognition } from '../reader.js';

/** Whether pictures can be read here: the optional parts are installed. */
export const canRecognize = (): boolean => false;

/** What one document is recognized with; undefined where that is switched off or not installed. */
export const recognitionFor = (_mode: OcrMode): Recognition | undefined => undefined;
