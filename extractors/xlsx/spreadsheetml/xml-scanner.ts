import { xmlText } from './xml-text.js';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const BANG = 0x21;
const QUESTION = 0x3f;
const ZERO = 0x30;
const CAPITAL_A = 0x41;
const LETTERS = 26;
const XMLNS = 5;

/**
 * Goes from tag to tag over an XML part in UTF-8, without copying it: no name, attribute or text is made into a string before
 * it is asked for, and none keeps the part in memory. Names count without their prefix. Comments, instructions and declarations
 * are passed over; nothing external is opened, no entity beyond the five of XML is resolved.
 */
export class XmlScanner {
  /** Of the tag last come to: `</row>`. */
  isEnd = false;
  /** Of the tag last come to: `<row/>`. */
  isEmpty = false;
  private readonly bytes: Buffer;
  private at = 0;
  private nameFrom = 0;
  private nameTo = 0;
  private tagTo = 0;
  private valueFrom = 0;
  private valueTo = 0;

  constructor(part: Uint8Array) {
    this.bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  }

  /** Comes to the next tag; false where there is no further whole one. */
  next(): boolean {
    const { bytes } = this;
    let at = this.at;
    for (;;) {
      while (at < bytes.length && bytes[at] !== LESS) at++;
      if (at >= bytes.length) return this.ends();
      const first = bytes[at + 1];
      if (first !== BANG && first !== QUESTION) break;
      at = this.behindMarkup(at);
    }
    this.isEnd = bytes[at + 1] === SLASH;
    this.nameFrom = at + (this.isEnd ? 2 : 1);
    let to = this.nameFrom;
    for (; to < bytes.length; to++) {
      const byte = bytes[to] ?? 0;
      if (byte === COLON) this.nameFrom = to + 1;
      else if (byte <= SPACE || byte === GREATER || byte === SLASH) break;
    }
    this.nameTo = to;
    for (; to < bytes.length && bytes[to] !== GREATER; to++) {
      const byte = bytes[to];
      if (byte !== QUOTE && byte !== APOSTROPHE) continue;
      to = bytes.indexOf(byte, to + 1);
      if (to < 0) return this.ends();
    }
    if (to >= bytes.length) return this.ends();
    this.tagTo = to;
    this.isEmpty = bytes[to - 1] === SLASH;
    this.at = to + 1;
    return true;
  }

  /** Whether the tag last come to has a name. */
  is(name: string): boolean {
    return this.matches(name, this.nameFrom, this.nameTo);
  }

  /** Whether it is the end tag of a name. */
  closes(name: string): boolean {
    return this.isEnd && this.is(name);
  }

  /** An attribute of the tag last come to. */
  attribute(name: string): string | undefined {
    return this.seek(name) ? this.textOf(this.valueFrom, this.valueTo) : undefined;
  }

  /** An attribute that is a whole number from 0. */
  number(name: string): number | undefined {
    if (!this.seek(name)) return undefined;
    let value = 0;
    for (let at = this.valueFrom; at < this.valueTo; at++) {
      const digit = (this.bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) return at === this.valueFrom ? undefined : value;
      value = 10 * value + digit;
    }
    return this.valueTo > this.valueFrom ? value : undefined;
  }

  /** An attribute that is `true`; false where there is none. */
  flag(name: string): boolean {
    return this.seek(name) && (this.valueIs('1') || this.valueIs('true'));
  }

  /** An attribute that is the address of a cell, as its row and column from 0. */
  address(name: string): { row: number; column: number } | undefined {
    if (!this.seek(name)) return undefined;
    let at = this.valueFrom;
    let column = 0;
    for (; at < this.valueTo; at++) {
      const letter = (this.bytes[at] ?? 0) - CAPITAL_A;
      if (letter < 0 || letter >= LETTERS) break;
      column = LETTERS * column + letter + 1;
    }
    let row = 0;
    for (; at < this.valueTo; at++) {
      const digit = (this.bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) return undefined;
      row = 10 * row + digit;
    }
    return row > 0 && column > 0 ? { row: row - 1, column: column - 1 } : undefined;
  }

  /** The text of the element just opened, up to the next tag. */
  text(): string {
    if (this.isEmpty) return '';
    const { bytes } = this;
    let text = '';
    for (;;) {
      const from = this.at;
      let to = from;
      while (to < bytes.length && bytes[to] !== LESS) to++;
      this.at = to;
      const piece = to > from ? this.textOf(from, to) : '';
      if (bytes[to + 1] !== BANG) return text === '' ? piece : text + piece;
      text += piece + this.sectionAt(to);
      this.at = this.behindMarkup(to);
    }
  }

  /** What stands in a CDATA section; nothing for a comment. */
  private sectionAt(at: number): string {
    if (this.bytes.toString('latin1', at, at + 9) !== '<![CDATA[') return '';
    return this.bytes.toString('utf8', at + 9, Math.max(at + 9, this.behindMarkup(at) - 3));
  }

  private ends(): false {
    this.at = this.bytes.length;
    return false;
  }

  /** The place behind a comment, a CDATA section, an instruction or a declaration. */
  private behindMarkup(at: number): number {
    const head = this.bytes.toString('latin1', at, at + 9);
    const end = head.startsWith('<!--') ? '-->' : head === '<![CDATA[' ? ']]>' : '>';
    const found = this.bytes.indexOf(end, at + 2, 'latin1');
    return found < 0 ? this.bytes.length : found + end.length;
  }

  private valueIs(text: string): boolean {
    return this.matches(text, this.valueFrom, this.valueTo);
  }

  private matches(text: string, from: number, to: number): boolean {
    if (to - from !== text.length) return false;
    for (let i = 0; i < text.length; i++) if (this.bytes[from + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  /** Finds the value of an attribute, which is not the declaration of a namespace. */
  private seek(name: string): boolean {
    const { bytes, tagTo } = this;
    let at = this.nameTo;
    while (at < tagTo) {
      while (at < tagTo && (bytes[at] ?? 0) <= SPACE) at++;
      const start = at;
      let from = at;
      for (; at < tagTo && bytes[at] !== EQUALS && (bytes[at] ?? 0) > SPACE; at++) {
        if (bytes[at] === COLON) from = at + 1;
      }
      const isWanted = this.matches(name, from, at) && !this.matches('xmlns', start, start + XMLNS);
      while (at < tagTo && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
      this.valueFrom = at + 1;
      const quote = bytes[at];
      for (at++; at < tagTo && bytes[at] !== quote; at++);
      if (at >= tagTo) return false;
      this.valueTo = at;
      if (isWanted) return true;
      at++;
    }
    return false;
  }

  private textOf(from: number, to: number): string {
    let isPlain = true;
    let isEscaped = false;
    for (let at = from; at < to; at++) {
      const byte = this.bytes[at] ?? 0;
      if (byte >= 0x80) isPlain = false;
      else if (byte === AMPERSAND || byte === UNDERSCORE) isEscaped = true;
    }
    const text = isPlain ? this.bytes.toString('latin1', from, to) : this.bytes.toString('utf8', from, to);
    return isEscaped ? xmlText(text) : text;
  }
}
