import { printable, textWidth } from './text-width.js';

/** A label with its value; null values are left out. */
export type FactLine = [label: string, value: string | number | null | undefined];

/** Facts one a line, values aligned; the lines of a long value stay under their beginning. */
export function factLines(facts: readonly FactLine[]): string {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  const width = Math.max(0, ...known.map(([label]) => textWidth(label)));
  return known
    .map(([label, value]) => {
      const indent = ' '.repeat(width + 4);
      return `  ${label}${' '.repeat(width - textWidth(label))}  ${printable(String(value)).replaceAll('\n', `\n${indent}`)}`;
    })
    .join('\n');
}
