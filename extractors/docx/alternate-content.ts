import type { XmlNames } from './xml-names.js';

/**
 * Chooses one branch of each `mc:AlternateContent` (ECMA-376-3): the first Choice whose required namespaces we read, else
 * the Fallback. Text boxes stand in both branches, so that reading both would print them twice.
 */
export class AlternateContent {
  private readonly chosen: boolean[] = [];

  /** Whether to read what an `mc:` element holds; `requires` are the prefixes a Choice needs. */
  open(name: string, requires: string | undefined, names: XmlNames): boolean {
    if (name === 'mc:AlternateContent') {
      this.chosen.push(false);
      return true;
    }
    if (this.chosen.at(-1) !== false) return false;
    if (name === 'mc:Choice') {
      const understood = (requires ?? '').split(/\s+/).every((prefix) => names.namespace(prefix) !== '');
      if (!understood) return false;
    } else if (name !== 'mc:Fallback') {
      return false;
    }
    this.chosen[this.chosen.length - 1] = true;
    return true;
  }

  close(name: string): void {
    if (name === 'mc:AlternateContent') this.chosen.pop();
  }
}
