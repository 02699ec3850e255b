/**
 * Short names of the namespaces we read: transitional (ECMA-376 1st ed.) and strict (ISO/IEC 29500) forms of one
 * vocabulary share a name, so that handlers know only `w:p`, whatever prefix or form a file uses.
 */
const SHORT_NAMES = new Map<string, string>([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingGroup', 'wpg'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas', 'wpc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing', 'wp14'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
]);

interface Scope {
  depth: number;
  /** Prefix → short name; '' for a namespace we do not read. */
  prefixes: Map<string, string>;
  elements: Map<string, string>;
  attributes: Map<string, string>;
}

/** Namespace scopes of one XML part, turned into short names. Undeclared prefixes are taken at their usual meaning. */
export class XmlNames {
  private declared: [prefix: string, uri: string][] = [];
  private scope = scopeAt(0, new Map([...SHORT_NAMES.values()].map((short) => [short, short])));
  private readonly around: Scope[] = [];

  /** Takes note of an attribute of the element about to open, where it declares a namespace. */
  noteAttribute(name: string, value: string): void {
    if (name.startsWith('xmlns')) {
      if (name === 'xmlns') this.declared.push(['', value]);
      else if (name[5] === ':') this.declared.push([name.slice(6), value]);
    }
  }

  enter(depth: number): void {
    if (this.declared.length === 0) return;
    const prefixes = new Map(this.scope.prefixes);
    for (const [prefix, uri] of this.declared) {
      // Later declarations come last in the map, so that attributes are looked up under the nearest prefix.
      prefixes.delete(prefix);
      prefixes.set(prefix, SHORT_NAMES.get(uri) ?? '');
    }
    this.declared = [];
    this.around.push(this.scope);
    this.scope = scopeAt(depth, prefixes);
  }

  leave(depth: number): void {
    if (this.scope.depth === depth) this.scope = this.around.pop() ?? this.scope;
  }

  /** `ns0:tbl` → `w:tbl`; '' for an element of a namespace we do not read. */
  element(raw: string): string {
    const { elements, prefixes } = this.scope;
    let name = elements.get(raw);
    if (name === undefined) {
      const colon = raw.indexOf(':');
      const short = prefixes.get(colon < 0 ? '' : raw.slice(0, colon));
      name = short ? `${short}:${raw.slice(colon + 1)}` : '';
      elements.set(raw, name);
    }
    return name;
  }

  /** `w:val` → the attribute name as this part writes it, e.g. `ns0:val`; names without a namespace stay. */
  attribute(name: string): string {
    const { attributes, prefixes } = this.scope;
    let raw = attributes.get(name);
    if (raw === undefined) {
      const [short, local] = name.split(':');
      const prefix = [...prefixes].filter(([key, value]) => key !== '' && value === short).at(-1)?.[0];
      raw = local === undefined || prefix === undefined ? name : `${prefix}:${local}`;
      attributes.set(name, raw);
    }
    return raw;
  }

  /** Short name of the namespace a prefix stands for; '' when we do not read it. */
  namespace(prefix: string): string {
    return this.scope.prefixes.get(prefix) ?? '';
  }
}

const scopeAt = (depth: number, prefixes: Map<string, string>): Scope => ({
  depth,
  prefixes,
  elements: new Map(),
  attributes: new Map(),
});
