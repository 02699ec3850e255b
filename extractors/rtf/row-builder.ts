import type { RowShape } from '../tables/flow-tables.js';

/** Collects the words between `\trowd` and `\row` that define a row's cells. */
export interface RowBuilder {
  /** Whether the word belongs to row definitions. */
  take(word: string, parameter: number | undefined): boolean;
  shape(): RowShape;
}

type Vertical = RowShape['cells'][number]['vertical'];

export function rowBuilder(): RowBuilder {
  let cells: RowShape['cells'] = [];
  let header = false;
  let left = 0;
  let vertical: Vertical = 'none';
  let joinsPrevious = false;

  const startCell = (): void => {
    vertical = 'none';
    joinsPrevious = false;
  };
  const words: Record<string, (parameter: number) => void> = {
    trowd: () => {
      cells = [];
      header = false;
      left = 0;
      startCell();
    },
    trhdr: () => {
      header = true;
    },
    trleft: (twips) => {
      left = twips;
    },
    clvmgf: () => {
      vertical = 'start';
    },
    clvmrg: () => {
      vertical = 'continue';
    },
    clmrg: () => {
      joinsPrevious = true;
    },
    cellx: (right) => {
      cells.push({ left: cells.at(-1)?.right ?? left, right, vertical, joinsPrevious });
      startCell();
    },
  };
  return {
    take: (word, parameter) => {
      const act = Object.hasOwn(words, word) ? words[word] : undefined;
      act?.(parameter ?? 0);
      return act !== undefined;
    },
    shape: () => ({ cells: [...cells], header }),
  };
}
