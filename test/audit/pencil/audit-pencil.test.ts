import { describe, expect, it } from 'vitest';
import { isListed, pencilClasses, pencilRows } from '../../../scripts/audit-pencil.js';
import { RULES } from '../../../src/audit/run/rules.js';
import type { Finding } from '../../../src/model/finding.js';

const finding = (rule: string, place: string, message: string) =>
  ({
    rule,
    message,
    evidence: [{ label: '', document: '', evidence: { place, quote: '', block: 0, cell: 0 } }],
  }) as unknown as Finding;

const row = {
  document: 'a.pdf',
  row: 'A1',
  pages: [12],
  grave: 'error' as const,
  class: 'x',
  figures: ['30.00', '24'],
};

describe('audit:pencil', () => {
  it('names classes and rules that exist', () => {
    const { rules, outside } = pencilClasses();
    const known = new Set(RULES.map(({ id }) => id));
    expect(
      Object.values(rules)
        .flat()
        .filter((id) => !known.has(id)),
    ).toEqual([]);
    const classes = new Set([...Object.keys(rules), ...outside]);
    expect(pencilRows().filter((each) => !classes.has(each.class))).toEqual([]);
  });

  it('wants the rule, the page and the figures', () => {
    const right = finding('r', 'p12 t1 r3 c2', '印为30万元，而指标为24万元');
    expect(isListed(row, ['r'], [right])).toBe(true);
    expect(isListed(row, ['other'], [right])).toBe(false);
    expect(isListed(row, ['r'], [finding('r', 'p13 t1 r3 c2', '30万元 24万元')])).toBe(false);
    expect(isListed(row, ['r'], [finding('r', 'p12 t1 r3 c2', '30万元')])).toBe(false);
  });

  it('keeps the figures of two quotes apart', () => {
    const [first, second] = ['30.00', '24'].map((quote) => ({
      label: '',
      document: '',
      evidence: { place: 'p12', quote, block: 0, cell: 0 },
    }));
    const both = { ...finding('r', 'p12', ''), evidence: [first, second] } as Finding;
    expect(isListed(row, ['r'], [both])).toBe(true);
  });
});
