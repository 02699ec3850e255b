import { LIMITS, LimitError } from '../bytes/limits.js';

/** What one file has used up of the limits so far, over all of its parts. */
export class ReadingBudget {
  private inflated = 0;
  private elements = 0;
  private characters = 0;
  private cells = 0;

  /** Counts bytes as they inflate. Throws LimitError beyond `LIMITS.inflatedBytes`. */
  spendBytes(bytes: number): void {
    this.inflated += bytes;
    if (this.inflated > LIMITS.inflatedBytes) {
      throw new LimitError(`展开后超过 ${LIMITS.inflatedBytes / 1024 / 1024} MB`);
    }
  }

  /** Counts the characters of a text that is read. Throws LimitError beyond `LIMITS.documentText`. */
  spendText(characters: number): void {
    this.characters += characters;
    if (this.characters > LIMITS.documentText) {
      throw new LimitError(`正文超过 ${LIMITS.documentText} 字`);
    }
  }

  /** Counts one cell of a table, blank ones too. Throws LimitError beyond `LIMITS.documentCells`. */
  spendCell(): void {
    this.cells += 1;
    if (this.cells > LIMITS.documentCells) throw new LimitError(`表格超过 ${LIMITS.documentCells} 格`);
  }

  /** Counts one XML element at a depth (root = 1). Throws LimitError when there are too many, or too deep. */
  spendElement(depth: number): void {
    this.elements += 1;
    if (this.elements > LIMITS.xmlElements) throw new LimitError(`XML 元素超过 ${LIMITS.xmlElements} 个`);
    if (depth > LIMITS.xmlDepth) throw new LimitError(`XML 嵌套超过 ${LIMITS.xmlDepth} 层`);
  }
}
