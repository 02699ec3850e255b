import type { Project, ProjectMention } from '../../model/disclosure.js';
import { plainText } from '../texts/plain-text.js';
import type { DisclosureSubject } from './subject.js';

/** A beginning shorter than this is no name cut off. */
const SHORTEST = 6;

/**
 * Whether two records are one project read twice: one code, or one name (the other's beginning where it runs out of its cell or
 * the amount is the same) that no agency tells apart.
 */
export function isOneProject(a: Project, b: Project, { forms }: DisclosureSubject): boolean {
  if (a === b || (a.code !== null && a.code === b.code)) return true;
  if (a.code !== null && b.code !== null) return false;
  const isApart = a.agency !== null && b.agency !== null && a.agency !== b.agency;
  const [short = '', long = ''] = [a, b]
    .map(({ name }) => plainText(name))
    .sort((left, right) => left.length - right.length);
  if (isApart || short === '' || !long.startsWith(short)) return false;
  const isSameAmount = a.money?.fen != null && a.money.fen === b.money?.fen;
  if (short === long) return isSameAmount;
  if (short.length < SHORTEST) return false;
  const clipped = plainText(a.name) === short ? a : b;
  const unseen = forms[0]?.reading.unseen ?? new Set();
  const runsOut = ({ evidence }: ProjectMention) => unseen.has(evidence.name.place);
  return isSameAmount || clipped.mentions.some(runsOut);
}
