import { isOn, wholeNumber } from './element-values.js';
import type { OfficePackage } from './office-package.js';
import type { XmlElement, XmlHandler } from './parse-xml.js';

/** A label is printed with every paragraph: a long one would multiply the text. Word's own take a few characters. */
const LONGEST_LABEL = 100;

/** One level of a list (`w:lvl`). */
export interface ListLevel {
  start: number;
  /** `w:numFmt`: `decimal`, `chineseCounting`, `bullet` … */
  format: string;
  /** Pattern of a custom format: `001, 002, …`. */
  pattern: string | null;
  /** `%1.%2` with the places of the counters. */
  text: string;
  suffix: 'tab' | 'space' | 'nothing';
  /** Level (from 1) after which this one begins anew; 0 never; null after any higher one. */
  restartAfter: number | null;
  /** All counters in Arabic digits (`w:isLgl`). */
  arabic: boolean;
  /** Paragraph style tied to the level. */
  style: string | null;
  font: string | null;
}

/** A list as paragraphs refer to it (`w:num`). */
export interface NumberedList {
  /** Lists of one abstract definition go on counting one another. */
  abstractId: string;
  levels: ReadonlyMap<number, ListLevel>;
  /** Levels that begin anew where this list is first used. */
  startOverrides: ReadonlyMap<number, number>;
}

interface AbstractList {
  levels: Map<number, ListLevel>;
  /** The list takes its levels from the list style of this name … */
  numStyleLink: string | null;
  /** … which is defined by the list that carries the name here. */
  styleLink: string | null;
}

interface ListInstance {
  abstractId: string;
  levels: Map<number, ListLevel>;
  startOverrides: Map<number, number>;
}

/** The lists of a document (`numbering.xml`) by `w:numId`. */
export function readNumbering(pack: OfficePackage, mainPart: string): Map<string, NumberedList> {
  const abstracts = new Map<string, AbstractList>();
  const instances = new Map<string, ListInstance>();
  for (const part of pack.relatedParts(mainPart, 'numbering')) {
    pack.readPart(part, numberingHandler(abstracts, instances));
  }
  const byStyle = new Map([...abstracts.values()].map((list) => [list.styleLink, list]));
  const lists = new Map<string, NumberedList>();
  for (const [id, { abstractId, levels, startOverrides }] of instances) {
    const abstract = abstracts.get(abstractId);
    const linked = abstract?.numStyleLink ? byStyle.get(abstract.numStyleLink) : undefined;
    const base = (linked ?? abstract)?.levels ?? [];
    lists.set(id, { abstractId, levels: new Map([...base, ...levels]), startOverrides });
  }
  return lists;
}

function numberingHandler(
  abstracts: Map<string, AbstractList>,
  instances: Map<string, ListInstance>,
): XmlHandler {
  let abstract: AbstractList | null = null;
  let instance: ListInstance | null = null;
  let overridden = 0;
  let level: ListLevel | null = null;
  return {
    open(element) {
      const value = element.get('w:val');
      switch (element.name) {
        case 'w:abstractNum':
          abstract = { levels: new Map(), numStyleLink: null, styleLink: null };
          abstracts.set(element.get('w:abstractNumId') ?? '', abstract);
          break;
        case 'w:styleLink':
          if (abstract) abstract.styleLink = value ?? null;
          break;
        case 'w:numStyleLink':
          if (abstract) abstract.numStyleLink = value ?? null;
          break;
        case 'w:num':
          instance = { abstractId: '', levels: new Map(), startOverrides: new Map() };
          instances.set(element.get('w:numId') ?? '', instance);
          break;
        case 'w:abstractNumId':
          if (instance) instance.abstractId = value ?? '';
          break;
        case 'w:lvlOverride':
          overridden = wholeNumber(element.get('w:ilvl')) ?? 0;
          break;
        case 'w:startOverride':
          instance?.startOverrides.set(overridden, wholeNumber(value) ?? 0);
          break;
        case 'w:lvl':
          level = emptyLevel();
          (instance ?? abstract)?.levels.set(wholeNumber(element.get('w:ilvl')) ?? 0, level);
          break;
        case 'w:numPicBullet':
          return false;
        default:
          if (level) readLevelProperty(level, element);
      }
      return true;
    },
    close(name) {
      if (name === 'w:abstractNum') abstract = null;
      if (name === 'w:num') instance = null;
      if (name === 'w:lvl') level = null;
    },
  };
}

const emptyLevel = (): ListLevel => ({
  start: 0,
  format: 'decimal',
  pattern: null,
  text: '',
  suffix: 'tab',
  restartAfter: null,
  arabic: false,
  style: null,
  font: null,
});

function readLevelProperty(level: ListLevel, element: XmlElement): void {
  const value = element.get('w:val');
  switch (element.name) {
    case 'w:start':
      level.start = wholeNumber(value) ?? 0;
      break;
    case 'w:numFmt':
      level.format = value ?? 'decimal';
      level.pattern = element.get('w:format') ?? null;
      break;
    case 'w:lvlText':
      level.text = (value ?? '').slice(0, LONGEST_LABEL);
      break;
    case 'w:suff':
      level.suffix = value === 'space' || value === 'nothing' ? value : 'tab';
      break;
    case 'w:lvlRestart':
      level.restartAfter = wholeNumber(value);
      break;
    case 'w:isLgl':
      level.arabic = isOn(element);
      break;
    case 'w:pStyle':
      level.style = value ?? null;
      break;
    case 'w:rFonts':
      level.font = element.get('w:ascii') ?? element.get('w:hAnsi') ?? level.font;
      break;
  }
}
