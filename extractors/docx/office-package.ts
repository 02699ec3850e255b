import type { Diagnostic } from '../../src/model/diagnostic.js';
import { UnreadableError } from '../bytes/limits.js';
import { resolveTarget } from '../bytes/resolve-target.js';
import { inflatePart, type PartDamage } from './inflate-part.js';
import { parseXml, type XmlHandler, type XmlProblems } from './parse-xml.js';
import { ReadingBudget } from './reading-budget.js';
import { findZipParts, partName, type ZipPart } from './zip-parts.js';

export interface Relationship {
  /** Last segment of the type: `styles`, `header` … the same in strict and transitional files. */
  type: string;
  /** Part name; the address as written where the target is external. */
  target: string;
  external: boolean;
}

type Progress = (done: number, total: number) => void;

/** Usual place of the main part, for packages whose relationships are lost. */
const USUAL_MAIN_PART = 'word/document.xml';

const DAMAGE_TEXT: Record<Exclude<PartDamage, null>, string> = {
  'cut-off': '压缩数据不完整',
  checksum: '校验和不符',
  method: '压缩方法不支持',
};

/** The parts of an OOXML file (ECMA-376-2), found through relationships, inflated one at a time as they are read. */
export class OfficePackage {
  readonly diagnostics: Diagnostic[] = [];
  /** Something of the parts read so far is lost. */
  damaged = false;
  private readonly parts: Map<string, ZipPart>;
  private readonly budget = new ReadingBudget();
  private readonly relationships = new Map<string, Map<string, Relationship>>();

  /** Throws LimitError when the zip has too many members. */
  constructor(private readonly bytes: Uint8Array) {
    const found = findZipParts(bytes);
    this.parts = found.parts;
    if (found.salvaged) {
      this.damaged = true;
      this.diagnostics.push({
        code: 'zip-directory-lost',
        message: '压缩包目录缺失（文件不完整），按成员逐个找回',
      });
    }
  }

  /** The part the package is about (`word/document.xml` as a rule); null when there is none. */
  mainPart(): string | null {
    const related = this.relatedParts('', 'officeDocument').find((part) => this.has(part));
    return related ?? (this.has(USUAL_MAIN_PART) ? USUAL_MAIN_PART : null);
  }

  /** Internal targets of a part's relationships of one type, in the order of the file; '' is the package itself. */
  relatedParts(part: string, type: string): string[] {
    return [...this.relationsOf(part).values()]
      .filter((relation) => relation.type === type && !relation.external)
      .map((relation) => relation.target);
  }

  relation(part: string, id: string): Relationship | undefined {
    return this.relationsOf(part).get(id);
  }

  has(part: string): boolean {
    return this.parts.has(part);
  }

  /**
   * Reads one part; false when the package has no such part. What is wrong with it becomes a diagnostic. Throws
   * UnreadableError `encrypted` when it has a password.
   */
  readPart(part: string, handler: XmlHandler, progress?: Progress): boolean {
    const zipPart = this.parts.get(part);
    if (!zipPart) return false;
    if (zipPart.encrypted) throw new UnreadableError('encrypted', '压缩包有密码');
    let damage: PartDamage = null;
    const problems = parseXml(
      (deliver) => {
        damage = inflatePart(this.bytes, zipPart, this.budget, deliver, progress);
      },
      handler,
      this.budget,
    );
    this.note(zipPart.name, damage, problems);
    return true;
  }

  /** One part as it is, null where the package has none. Throws as `readPart` does. */
  partBytes(part: string): Uint8Array | null {
    const zipPart = this.parts.get(part);
    if (!zipPart) return null;
    if (zipPart.encrypted) throw new UnreadableError('encrypted', '压缩包有密码');
    const chunks: Uint8Array[] = [];
    const damage = inflatePart(this.bytes, zipPart, this.budget, (chunk) => chunks.push(chunk));
    this.note(zipPart.name, damage, { malformed: null, doctype: false });
    return Buffer.concat(chunks);
  }

  private relationsOf(part: string): Map<string, Relationship> {
    const known = this.relationships.get(part);
    if (known) return known;
    const relations = new Map<string, Relationship>();
    this.relationships.set(part, relations);
    const slash = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, slash);
    this.readPart(`${folder}_rels/${part.slice(slash)}.rels`, {
      open(element) {
        if (element.name === 'rel:Relationship') {
          const external = element.get('TargetMode') === 'External';
          const target = element.get('Target') ?? '';
          relations.set(element.get('Id') ?? '', {
            type: (element.get('Type') ?? '').split('/').at(-1) ?? '',
            target: external ? target : partName(resolveTarget(folder, target)),
            external,
          });
        }
        return true;
      },
    });
    return relations;
  }

  private note(part: string, damage: PartDamage, problems: XmlProblems): void {
    if (damage || problems.malformed !== null) this.damaged = true;
    if (damage) {
      this.diagnostics.push({ code: 'part-damaged', message: `${part}：${DAMAGE_TEXT[damage]}` });
    }
    if (problems.malformed !== null) {
      this.diagnostics.push({
        code: 'xml-malformed',
        message: `${part} 不是完好的 XML（${problems.malformed}）`,
      });
    }
    if (problems.doctype) {
      this.diagnostics.push({
        code: 'doctype-ignored',
        message: `${part} 带有文档类型声明（DTD），未予理会`,
      });
    }
  }
}
