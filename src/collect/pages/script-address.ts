import { fileEnding } from '../addresses/file-names.js';

/** A text between quotes in a script, without line breaks. */
const QUOTED = /(["'])((?:(?!\1)[^\\\r\n]|\\.){1,2000})\1/g;
/** What opens or loads an address. */
const OPENS =
  /(?:window\.)?open|location(?:\.href)?\s*=|location\.(?:assign|replace)|down|attach|file|view|href|url|goto|jump|link/i;

/**
 * The address a click leads to by script, in the forms in common use: `window.open('…')`, `location.href='…'`,
 * `downloadFile('…')`; null where none stands in it.
 */
export function addressInCall(script: string): string | null {
  if (!OPENS.test(script)) return null;
  const texts = [...script.matchAll(QUOTED)].map(([, , text = '']) => plain(text));
  return texts.find((text) => fileEnding(pathOf(text)) !== null) ?? texts.find(isAddress) ?? null;
}

/** Addresses of files that a script holds: those a viewer shows, or a page writes into itself. */
export const filesInScript = (script: string): string[] =>
  [...script.matchAll(QUOTED)]
    .map(([, , text = '']) => plain(text))
    .filter((text) => fileEnding(pathOf(text)) !== null && isAddress(text) && !/[<>{}]|\s{2}/.test(text));

const plain = (text: string): string => text.replace(/\\(.)/g, '$1').trim();
const pathOf = (text: string): string => text.replace(/[?#].*$/, '');

/** Looks like a path or an address: not the name of a window or of a function. */
const isAddress = (text: string): boolean =>
  /^(?:https?:)?\/\/\S+|^\.{0,2}\/\S+/.test(text) ||
  /^[\w%~-][\w%~./-]*\.(?:s?html?|jsp|do|aspx?|php|\w{2,5})(?:\?.*)?$/i.test(text);
