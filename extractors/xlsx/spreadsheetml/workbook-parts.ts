import { decodeText } from '../../bytes/charset.js';
import { resolveTarget } from '../../bytes/resolve-target.js';
import { inflateEntry, listZip, type ZipEntry } from '../../bytes/zip-file.js';
import { zipName } from '../../bytes/zip-name.js';
import { SizeBudget } from '../size-budget.js';
import { XmlScanner } from './xml-scanner.js';

export interface Relation {
  /** Last segment of the type: `worksheet`, `styles` …, the same in strict and transitional files. */
  type: string;
  /** Name of the part; of an external target its address. */
  target: string;
}

const USUAL_MAIN_PART = 'xl/workbook.xml';
const LESS = 0x3c;
const HEAD = 100;

/** The parts of an OOXML workbook (ECMA-376-2), of which only those asked for are unpacked. */
export class WorkbookParts {
  private readonly entries = new Map<string, ZipEntry>();
  private readonly relations = new Map<string, Map<string, Relation>>();
  private readonly budget = new SizeBudget();

  /** @throws UnreadableError `corrupt` when the zip has no directory */
  constructor(private readonly bytes: Uint8Array) {
    for (const entry of listZip(bytes)) {
      const key = partKey(zipName(entry));
      if (!this.entries.has(key)) this.entries.set(key, entry);
    }
  }

  has(part: string): boolean {
    return this.entries.has(partKey(part));
  }

  /** The part that lists the worksheets; undefined where there is none. */
  mainPart(): string | undefined {
    const parts = [...this.relationsOf('').values()].filter(({ type }) => type === 'officeDocument');
    return [...parts.map(({ target }) => target), USUAL_MAIN_PART].find((part) => this.has(part));
  }

  /**
   * A part to be scanned; undefined where the package has none of the name, or it is no XML.
   *
   * @throws UnreadableError when it does not unpack, LimitError beyond LIMITS
   */
  scan(part: string): XmlScanner | undefined {
    const entry = this.entries.get(partKey(part));
    if (!entry) return undefined;
    const bytes = inflateEntry(this.bytes, entry, this.budget.most);
    this.budget.spend(bytes);
    const xml = inUtf8(bytes);
    return xml.subarray(0, HEAD).includes(LESS) ? new XmlScanner(xml) : undefined;
  }

  /** Relationships of a part by their ids; '' is the package itself. */
  relationsOf(part: string): Map<string, Relation> {
    const known = this.relations.get(part);
    if (known) return known;
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const relations = new Map<string, Relation>();
    this.relations.set(part, relations);
    const scanner = this.scan(`${folder}_rels/${part.slice(folder.length)}.rels`);
    while (scanner?.next()) {
      if (scanner.isEnd || !scanner.is('Relationship')) continue;
      const target = scanner.attribute('Target') ?? '';
      const isExternal = scanner.attribute('TargetMode') === 'External';
      relations.set(scanner.attribute('Id') ?? '', {
        type: (scanner.attribute('Type') ?? '').split('/').at(-1) ?? '',
        target: isExternal ? target : this.partAt(folder, target),
      });
    }
    return relations;
  }

  /** Some programs write targets as from the root of the package without saying so. */
  private partAt(folder: string, target: string): string {
    const part = resolveTarget(folder, target.replaceAll('\\', '/'));
    const fromRoot = resolveTarget('', target.replaceAll('\\', '/'));
    return !this.has(part) && this.has(fromRoot) ? fromRoot : part;
  }
}

/** Names of parts do not tell capitals apart (ECMA-376-2, 7.3). */
const partKey = (name: string): string => name.replace(/^\/+/, '').toLowerCase();

/** Parts are in UTF-8 or UTF-16 (ECMA-376-2, 8.1.4); those that say they are in another charset are taken at their word. */
function inUtf8(part: Uint8Array): Uint8Array {
  const head = new TextDecoder('latin1').decode(part.subarray(0, HEAD));
  const isUtf8 = /^(?:\xef\xbb\xbf)?\s*</.test(head) && !/\0|encoding\s*=\s*["'](?!utf-?8["'])/i.test(head);
  return isUtf8 ? part : Buffer.from(decodeText(part).text);
}
