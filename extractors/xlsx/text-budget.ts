import { LIMITS, LimitError } from '../bytes/limits.js';

/**
 * Counts the texts of a workbook cell by cell. In the file a text that many cells share stands once, so that a small file can
 * come to gigabytes.
 */
export class TextBudget {
  private left: number = LIMITS.workbookText;

  /** @throws LimitError when the texts come to more than LIMITS allows */
  spend(characters: number): void {
    this.left -= characters;
    if (this.left < 0) throw new LimitError(`工作簿各格的文字合计超过 ${LIMITS.workbookText} 字`);
  }
}
