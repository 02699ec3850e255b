import type { Project, ProjectMention } from '../../model/disclosure.js';
import { plainText } from '../texts/plain-text.js';
import type { DisclosureSubject } from './subject.js';

/** A beginning shorter than this is no name cut off. */
const SHORTEST = 6;

/** A code that tells projects apart; shorter ones are running numbers. */
const codeOf = ({ code }: Project): string => (code !== null && code.length >= SHORTEST_CODE ? code : '');

const SHORTEST_CODE = 8;

/**
 * Whether two records are one project read twice: one code, or one name (the other's beginning where it runs out of its cell or
 * the amount is the same) that no agency tells apart.
 */
export function isOneProject(a: Project, b: Project, { forms }: DisclosureSubject): boolean {
  const [code, other] = [a, b].map((project) => codeOf(project));
  if (a === b || (code && code === other)) return true;
  if (code && other) return false;
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
