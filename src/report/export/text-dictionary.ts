import { mustBeQuoted, quoted } from '../csv-line.js';
import { Utf8Text } from '../utf8-text.js';
import { LENGTH, type Texts } from './column-group.js';

/** The texts of a column while they come. */
export class TextDictionary {
  readonly #page = new Utf8Text();
  readonly #starts: number[] = [];
  readonly #numbers = new Map<string, number>();
  #inQuotes = new Map<number, Uint8Array>();

  /** The number of a text, from 0 in the order in which they came. */
  numberOf(text: string): number {
    return this.#numbers.get(text) ?? this.#add(text);
  }

  /** The texts so far; what follows begins anew. */
  take(): Texts {
    const starts = Uint32Array.from([...this.#starts, this.#page.length + LENGTH]);
    const texts = { count: this.#starts.length, page: this.#page.take(), starts, inQuotes: this.#inQuotes };
    this.#starts.length = 0;
    this.#numbers.clear();
    this.#inQuotes = new Map();
    return texts;
  }

  #add(text: string): number {
    const page = this.#page;
    const number = this.#starts.length;
    page.ensure(LENGTH);
    page.length += LENGTH;
    const start = page.length;
    page.add(text);
    page.bytes.writeUInt32LE(page.length - start, start - LENGTH);
    this.#starts.push(start);
    this.#numbers.set(text, number);
    if (mustBeQuoted(text)) this.#inQuotes.set(number, Buffer.from(quoted(text)));
    return number;
  }
}
