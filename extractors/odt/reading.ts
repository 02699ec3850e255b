import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Block } from '../../src/model/grid.js';
import type { XmlNode } from '../bytes/xml-tree.js';
import { ListCounter } from './list-labels.js';
import type { Styles } from './read-styles.js';

/** What reading has come upon so far, beside the text itself. */
export interface OdtReading {
  styles: Styles;
  headings: ListCounter;
  /** Counters of lists by their id, and of the last list of each style: lists may go on with them. */
  counters: Map<string, ListCounter>;
  notes: { kind: '脚注' | '尾注'; body: XmlNode }[];
  images: number;
  /** What was read of the picture in a frame; nothing where it is no page. */
  pictureIn: (frame: XmlNode) => readonly Block[];
  objects: number;
  hiddenTexts: string[];
  hiddenRows: number;
  /** Cells that repetitions made, and the characters in them. */
  copied: number;
  diagnostics: Diagnostic[];
}

export const newReading = (styles: Styles, pictureIn: OdtReading['pictureIn']): OdtReading => ({
  styles,
  headings: new ListCounter(styles.outline),
  counters: new Map(),
  notes: [],
  images: 0,
  pictureIn,
  objects: 0,
  hiddenTexts: [],
  hiddenRows: 0,
  copied: 0,
  diagnostics: [],
});
