import { alternation } from '../parse/alternation.js';
import { maskPrivate } from './mask-private.js';
import { privacyWords } from './privacy-words.js';

/**
 * Does the text hold nothing but labels of signatures and contacts with their values (单位负责人签字：  填表人：…  联系电话：…)?
 * Works on texts as printed and masked.
 */
export function isSignatureText(text: string): boolean {
  const { label, filling } = patterns();
  const masked = maskPrivate(text);
  return label.test(masked.replace(/\s+/g, '')) && masked.replace(/\s+/g, '').replace(filling, '') === '';
}

let compiled: { label: RegExp; filling: RegExp } | undefined;

function patterns(): { label: RegExp; filling: RegExp } {
  if (!compiled) {
    const words = privacyWords();
    const labels = alternation([
      ...words.personLabels,
      ...words.leaderLabels,
      ...words.phoneLabels,
      ...words.dateLabels,
    ]);
    const date = '(?:(?:19|20)?\\d{0,4}年\\d{0,2}月\\d{0,2}日?)|(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2})';
    const mask = words.mask.replace(/[*+?]/g, '\\$&');
    const duties = `(?:${alternation(words.dutyLabels)})(?=[:：（(]|${mask})`;
    const label = `(?:${alternation(words.owners)}){0,4}(?:${labels}|${duties}|${alternation(words.signNotes)})`;
    compiled = {
      label: new RegExp(`${labels}|${duties}`),
      filling: new RegExp(`${label}|${date}|${mask}|[:：（()）、,，/_及和]`, 'g'),
    };
  }
  return compiled;
}
