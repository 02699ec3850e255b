import { describe, expect, it } from 'vitest';
import { EVERY_RULE } from '../../src/audit/run/rules.js';
import { LAYOUTS } from '../support/layouts.js';
import { PLANTED_FAULTS } from '../support/planted-faults.js';
import { proveRules } from '../support/prove-rules.js';
import { someOf } from '../support/thorough.js';

const SOME = {
  rules: someOf(3, EVERY_RULE),
  layouts: someOf(1, LAYOUTS),
  inLayouts: someOf(8, PLANTED_FAULTS),
};

describe('proof by planted faults', () => {
  it('has faults for rules that are', () => {
    const ids = EVERY_RULE.map((rule) => rule.id);
    expect(PLANTED_FAULTS.filter(({ rule }) => !ids.includes(rule))).toEqual([]);
  });

  it('catches every planted fault and raises no other', async () => {
    for (const { name, planted, caught, alarms } of await proveRules(1, 0, SOME)) {
      if (!name.startsWith('（')) expect({ name, planted }).not.toEqual({ name, planted: 0 });
      expect({ name, caught, alarms }).toEqual({ name, caught: planted, alarms: 0 });
    }
  });
});
