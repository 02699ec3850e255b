/**
 * Which pictures of text are recognized: none; those of pages that have no text; also those that carry the text of an earlier
 * recognition.
 */
export const OCR_MODES = ['off', 'auto', 'all'] as const;

export type OcrMode = (typeof OCR_MODES)[number];
