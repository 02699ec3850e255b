import { privacyWords } from './privacy-words.js';

/** Does the text head numbers that count or name a thing (人数, 金额（元）, 项目编码)? */
export const isFigureLabel = (text: string): boolean =>
  text.length <= 20 && isFigure(text.replace(/\s+/g, ''));

const isFigure = (label: string): boolean =>
  privacyWords().figureLabels.some((each) => label.includes(each)) || COUNT.test(label);

/** 完成数, 产量（吨）：, 计划值 */
const COUNT = /[数量值额](?:[（(][^（()）]{0,6}[）)])?[:：]?$/;

/** Nothing but digits. */
export const isPlainNumber = (text: string): boolean => /^\s*[0-9０-９]+\s*$/.test(text);
