import { expect, it } from 'vitest';
import { gatherRoundings } from '../../../src/audit/run/gather-roundings.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { pass, review } from '../../../src/audit/verdicts/verdict.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

const rounding = (name: string, differenceFen: number) =>
  review({
    field: `costs:${name}`,
    project: { name, code: null },
    message: 'rounding',
    parameters: { label: name, reported: '1万元', computed: '1.01万元', difference: `${differenceFen}分` },
    differenceFen,
    operands: [],
  });

it('tells many differences of rounding once, with their number and the largest', () => {
  const gathered = gatherRoundings([
    pass,
    ...['甲', '乙', '丙', '丁'].map((name, at) => rounding(name, -at)),
  ]);
  expect(gathered).toHaveLength(2);
  expect(gathered[1]).toMatchObject({
    kind: 'review',
    finding: { field: 'roundings', parameters: { count: '4', difference: '-3分' }, differenceFen: -3 },
  });
});

it('leaves a few as they are, and everything else', () => {
  const few = [rounding('甲', 1), rounding('乙', 1), rounding('丙', 1)];
  expect(gatherRoundings(few)).toEqual(few);
});

it('does so over all forms of a disclosure', async () => {
  const projects = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({
    name,
    amount: '10.0',
    costs: ['3.33', '3.33', '3.33'].map((amount, at) => ({ item: `费用${at}`, amount })),
  }));
  const rules = ['project-amount-differs-from-costs'];
  const { findings } = await runAudit(sourceOf([buildDocument({ projects })]), { rules });
  expect(findings.map(({ field, severity }) => [field, severity])).toEqual([['roundings', 'note']]);
  expect(findings[0]?.message).toContain('5处');
  expect(findings[0]?.evidence).toHaveLength(5);
});
