import { isOn, wholeNumber } from './element-values.js';
import type { OfficePackage } from './office-package.js';
import type { XmlElement, XmlHandler } from './parse-xml.js';

/** What a style (with the styles it is based on) says about the text that wears it. */
export interface Style {
  /** Outline level from 0 to 9 (body text). */
  outline: number | null;
  /** List of its paragraphs; `0` takes a list away. */
  listId: string | null;
  listLevel: number | null;
  /** Hidden text (`w:vanish`); null where nothing is said. */
  hidden: boolean | null;
  font: string | null;
}

interface StyleSource extends Style {
  basedOn: string | null;
}

const PLAIN: Style = { outline: null, listId: null, listLevel: null, hidden: null, font: null };

/** The styles of a document (`styles.xml`), resolved along `basedOn`. */
export class StyleSheet {
  private readonly sources = new Map<string, StyleSource>();
  private readonly resolved = new Map<string, Style>();
  private defaultParagraph: string | null = null;

  constructor(pack: OfficePackage, mainPart: string) {
    for (const part of pack.relatedParts(mainPart, 'styles')) pack.readPart(part, this.handler());
  }

  /** Style of a paragraph; an id that is missing or unknown means the default one. */
  paragraph(id: string | null): Style {
    const known = id !== null && this.sources.has(id) ? id : this.defaultParagraph;
    return known === null ? PLAIN : this.resolve(known);
  }

  /** Style of a run; plain where it has none. */
  run(id: string | null): Style {
    return id === null ? PLAIN : this.resolve(id);
  }

  private resolve(id: string, visited: ReadonlySet<string> = new Set()): Style {
    const done = this.resolved.get(id);
    if (done) return done;
    const source = this.sources.get(id);
    if (!source || visited.has(id)) return PLAIN;
    const base = source.basedOn === null ? PLAIN : this.resolve(source.basedOn, new Set(visited).add(id));
    const style: Style = {
      outline: source.outline ?? base.outline,
      listId: source.listId ?? base.listId,
      listLevel: source.listLevel ?? base.listLevel,
      hidden: source.hidden ?? base.hidden,
      font: source.font ?? base.font,
    };
    this.resolved.set(id, style);
    return style;
  }

  private handler(): XmlHandler {
    let style: StyleSource | null = null;
    return {
      open: (element) => {
        if (element.name === 'w:style') {
          const id = element.get('w:styleId') ?? '';
          style = { ...PLAIN, basedOn: null };
          this.sources.set(id, style);
          if (element.get('w:type') === 'paragraph' && isDefault(element)) this.defaultParagraph ??= id;
        } else if (style) {
          return readProperty(style, element);
        }
        return element.name !== 'w:latentStyles' && element.name !== 'w:docDefaults';
      },
      close: (name) => {
        if (name === 'w:style') style = null;
      },
    };
  }
}

const isDefault = (element: XmlElement): boolean =>
  element.get('w:default') !== undefined && !['0', 'false', 'off'].includes(element.get('w:default') ?? '');

/** Headings that came without an outline level are known by the built-in name. */
const HEADING_NAME = /^(?:heading|标题) ?([1-9])$/i;

function readProperty(style: StyleSource, element: XmlElement): boolean {
  switch (element.name) {
    case 'w:name': {
      const level = HEADING_NAME.exec(element.get('w:val') ?? '')?.[1];
      if (level !== undefined) style.outline ??= Number(level) - 1;
      break;
    }
    case 'w:basedOn':
      style.basedOn = element.get('w:val') ?? null;
      break;
    case 'w:outlineLvl':
      style.outline = wholeNumber(element.get('w:val'));
      break;
    case 'w:numId':
      style.listId = element.get('w:val') ?? null;
      break;
    case 'w:ilvl':
      style.listLevel = wholeNumber(element.get('w:val'));
      break;
    case 'w:vanish':
      style.hidden = isOn(element);
      break;
    case 'w:rFonts':
      style.font = element.get('w:ascii') ?? style.font;
      break;
    case 'w:tblStylePr':
    case 'w:pPrChange':
    case 'w:rPrChange':
      return false;
  }
  return true;
}
