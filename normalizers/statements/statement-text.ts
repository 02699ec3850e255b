import { compact } from '../recognize/words/label-text.js';

/** A text as the vocabulary of statements knows it: compact, without quotation marks (“三公” → 三公). */
export const statementText = (text: string): string => compact(text).replace(/[“”"'‘’＂「」『』]/g, '');

/** A number as statements print them, without unit: 1,234.50 · -3 · (12.00) · 5%. */
export const printsFigure = (text: string): boolean =>
  /^[-−－+(（]?[\d,，]*\.?\d+[)）]?%?$/.test(text.replace(/\s+/g, ''));

/** Digits that are a code more likely than an amount: 201, 20140, 2014001, 301, 30101, 121001. */
export const isCode = (text: string): boolean => /^[[【(（]?\d{3}(\d{2,9})?[\]】)）]?$/.test(text);
