import { mustBeQuoted, quoted } from '../csv-line.js';
import { Utf8Text } from '../utf8-text.js';

/** Bytes before each text, which say how long it is. */
const LENGTH = 4;

/** The different texts of a column, each encoded once, whatever it is written to. */
export class TextDictionary {
  /** One behind the other, as a page of a Parquet file has them: length, then UTF-8. */
  readonly page = new Utf8Text();
  readonly texts: string[] = [];
  /** Of those that stand in quotes in CSV, by their numbers: what stands there. */
  readonly inQuotes = new Map<number, Uint8Array>();
  /** Where each begins on the page, behind its length. */
  readonly starts: number[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a text, from 0 in the order in which they came. */
  numberOf(text: string): number {
    return this.#numbers.get(text) ?? this.#add(text);
  }

  endOf(number: number): number {
    const next = this.starts[number + 1];
    return next === undefined ? this.page.length : next - LENGTH;
  }

  clear(): void {
    this.page.length = 0;
    this.texts.length = 0;
    this.starts.length = 0;
    this.inQuotes.clear();
    this.#numbers.clear();
  }

  #add(text: string): number {
    const { page } = this;
    const number = this.texts.length;
    page.ensure(LENGTH);
    page.length += LENGTH;
    const start = page.length;
    page.add(text);
    page.bytes.writeUInt32LE(page.length - start, start - LENGTH);
    this.starts.push(start);
    this.texts.push(text);
    this.#numbers.set(text, number);
    if (mustBeQuoted(text)) this.inQuotes.set(number, Buffer.from(quoted(text)));
    return number;
  }
}
