import { privacyWords } from './privacy-words.js';

/** Does the text head numbers that count or name a thing (人数, 金额（元）, 项目编码)? */
export const isFigureLabel = (text: string): boolean =>
  text.length <= 20 && privacyWords().figureLabels.some((label) => text.replace(/\s+/g, '').includes(label));

/** Nothing but digits. */
export const isPlainNumber = (text: string): boolean => /^\s*[0-9０-９]+\s*$/.test(text);
