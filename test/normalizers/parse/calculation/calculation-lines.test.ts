import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCalculation } from '../../../../normalizers/parse/calculation/parse-calculation.js';

interface Line {
  id: string;
  text: string;
  amountFen: number;
  expect: Record<string, unknown>;
  /** Why the expectation differs from the collected one. */
  corrected?: string;
}

const url = new URL('./calculation-lines.json', import.meta.url);
const lines = JSON.parse(readFileSync(url, 'utf8')) as Line[];

describe('collected calculations', () => {
  it('holds all of them', () => {
    expect(lines).toHaveLength(21);
  });

  it.each(lines.map((line) => [line.id, line.text, line] as const))('%s %s', (_id, _text, line) => {
    const parsed = parseCalculation(line.text, { amountFen: line.amountFen, moneyUnit: '万元' });
    expect(parsed).toMatchObject(line.expect);
  });
});
