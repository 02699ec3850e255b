import { formDefinitions } from '../../src/app/forms.js';
import { RULES } from '../../src/app/rules.js';
import { closedListCodes } from './closed-lists.js';

const TITLED = [...RULES, ...formDefinitions()].map(({ id, title }) => ({ id, title }));
const CODES = new Set([...closedListCodes().keys(), ...TITLED.map(({ id }) => id)]);

/** Names a person types or quotes: paths, addresses, commands with what follows them, options, ids of values and places. */
const NAMES = [
  /https?:\/\/\S+/g,
  /\S*\/\S*/g,
  /\S+\.(?:txt|html|docx|xlsx|pdf|db|csv|json)\b/g,
  /mingzhang [\w-]+(?: [\w<>=,-]+)*/g,
  /--[a-z-]+(?: (?:ok|error|warning|note)\b)?/g,
];

/**
 * Words of a text for people that are codes of closed lists. A rule and a layout have ids that people quote: these may stand in
 * a line that has the title too.
 */
export const foundCodes = (text: string): string[] => [...new Set(text.split('\n').flatMap(codesInLine))];

function codesInLine(line: string): string[] {
  if (!/[a-z]{2}/.test(line)) return [];
  const named = TITLED.filter(({ title }) => line.includes(title)).map(({ id }) => id);
  const rest = NAMES.reduce((left, name) => left.replaceAll(name, ' '), line);
  const words = rest.match(/(?<![\w.])[A-Za-z][\w]*(?:[-.][A-Za-z][\w]*)*/g) ?? [];
  return words.filter((word) => CODES.has(word) && !named.includes(word));
}
