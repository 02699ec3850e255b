import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { LIMITS, LimitError } from '../bytes/limits.js';
import { AlternateContent } from './alternate-content.js';
import type { ReadingBudget } from './reading-budget.js';
import { XmlNames } from './xml-names.js';

/** Well-formedness errors after which a part is no longer read. */
const MOST_ERRORS = 100;

/** The element being opened. One object serves all elements of a part: use it only while `open` runs. */
export interface XmlElement {
  /** Canonical name such as `w:tbl`; '' in a namespace we do not read. */
  readonly name: string;
  /** Canonical names of the two elements around it; '' where there are none. */
  readonly parent: string;
  readonly grandparent: string;
  /** Attribute by canonical name (`w:val`) or, without a namespace, by its plain one (`Id`). */
  get(attribute: string): string | undefined;
}

export interface XmlHandler {
  /** Returns false to pass over the element and all it holds; `close` is then not called. */
  open(element: XmlElement): boolean;
  close?(name: string): void;
  /** Text between two tags, entities resolved. */
  text?(text: string): void;
}

export interface XmlProblems {
  /** First well-formedness error. */
  malformed: string | null;
  /** A document type declaration was met (and ignored). */
  doctype: boolean;
}

type Feed = (deliver: (chunk: Uint8Array) => void) => void;

/**
 * Reads one XML part as it arrives. Of alternate contents one branch is delivered. No DTD is followed, no entity beyond the
 * five of XML is resolved, nothing external is opened. Malformed XML is read as far as it goes, every opened element is
 * closed. Throws LimitError beyond the limits of depth and number of elements.
 */
export function parseXml(feed: Feed, handler: XmlHandler, budget: ReadingBudget): XmlProblems {
  const problems: XmlProblems = { malformed: null, doctype: false };
  const events = new XmlEvents(handler, budget);
  const parser = new SaxesParser({});
  let errors = 0;
  parser.on('attribute', ({ name, value }) => events.names.noteAttribute(name, value));
  parser.on('opentag', (tag) => events.open(tag));
  parser.on('closetag', () => events.close());
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  parser.on('doctype', () => {
    problems.doctype = true;
  });
  parser.on('error', () => {
    problems.malformed ??= `第 ${parser.line} 行第 ${parser.column} 字处`;
    errors += 1;
    if (errors > MOST_ERRORS) throw new TooManyErrors();
  });
  try {
    let decoder: TextDecoder | null = null;
    feed((chunk) => {
      decoder ??= new TextDecoder(encodingOf(chunk));
      const xml = decoder.decode(chunk, { stream: true });
      events.wait(xml.length);
      parser.write(xml);
    });
    parser.close();
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
  }
  events.closeAll();
  return problems;
}

class TooManyErrors extends Error {}

/** XML parts are UTF-8 or UTF-16 (ECMA-376-2, 8.1.4), told apart by the byte order mark or the first `<`. */
function encodingOf(start: Uint8Array): string {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0x3c && start[1] === 0)) return 'utf-16le';
  if ((start[0] === 0xfe && start[1] === 0xff) || (start[0] === 0 && start[1] === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

class XmlEvents implements XmlElement {
  readonly names = new XmlNames();
  name = '';
  private attributes: Record<string, string> = {};
  private readonly alternates = new AlternateContent();
  private readonly path: string[] = [];
  private skippedFrom = Number.POSITIVE_INFINITY;

  /** Characters since the last tag or text: the parser gathers them until it ends. */
  private waiting = 0;

  constructor(
    private readonly handler: XmlHandler,
    private readonly budget: ReadingBudget,
  ) {}

  /** Counts characters handed to the parser. Throws LimitError where one text, comment or tag grows without end. */
  wait(characters: number): void {
    this.waiting += characters;
    if (this.waiting > LIMITS.documentText) {
      throw new LimitError(`XML 中有一段超过 ${LIMITS.documentText} 字`);
    }
  }

  get parent(): string {
    return this.path.at(-2) ?? '';
  }

  get grandparent(): string {
    return this.path.at(-3) ?? '';
  }

  get(attribute: string): string | undefined {
    return this.attributes[this.names.attribute(attribute)];
  }

  open(tag: SaxesTagPlain): void {
    const depth = this.path.length + 1;
    this.waiting = 0;
    this.names.enter(depth);
    this.name = depth > this.skippedFrom ? '' : this.names.element(tag.name);
    this.budget.spendElement(depth);
    if (this.name === 'w:tc') this.budget.spendCell();
    this.path.push(this.name);
    if (depth > this.skippedFrom) return;
    this.attributes = tag.attributes;
    const wanted = this.name.startsWith('mc:')
      ? this.alternates.open(this.name, this.get('Requires'), this.names)
      : this.handler.open(this);
    if (!wanted) this.skippedFrom = depth;
  }

  close(): void {
    const depth = this.path.length;
    const name = this.path.pop() ?? '';
    this.names.leave(depth);
    if (depth > this.skippedFrom) return;
    if (depth === this.skippedFrom) this.skippedFrom = Number.POSITIVE_INFINITY;
    else if (name.startsWith('mc:')) this.alternates.close(name);
    else this.handler.close?.(name);
  }

  text(text: string): void {
    this.waiting = 0;
    if (this.path.length >= this.skippedFrom) return;
    this.budget.spendText(text.length);
    this.handler.text?.(text);
  }

  closeAll(): void {
    while (this.path.length > 0) this.close();
  }
}
