import { printable } from './text-width.js';

/** Markup ready to be written out. Only `html` and `trustedMarkup` make it. */
class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type { Markup };

/** What may stand in a template: markup as it is, everything else escaped, lists one after the other, null as nothing. */
export type HtmlPiece = Markup | string | number | null | undefined | readonly HtmlPiece[];

/** Template tag: html`<td>${text}</td>`. Whatever is not markup itself is escaped, so that printed text stays text. */
export const html = (strings: TemplateStringsArray, ...pieces: HtmlPiece[]): Markup =>
  new Markup(String.raw({ raw: strings }, ...pieces.map(toText)));

/** Text of this program (a stylesheet, a script) as markup. Never for anything that was read from a file. */
export const trustedMarkup = (text: string): Markup => new Markup(text);

function toText(piece: HtmlPiece): string {
  if (piece === null || piece === undefined) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'string' || typeof piece === 'number') return escapeText(String(piece));
  return piece.map(toText).join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeText = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
