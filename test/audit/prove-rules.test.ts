import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/audit/run/rules.js';
import { PLANTED_FAULTS } from '../support/planted-faults.js';
import { proveRules } from '../support/prove-rules.js';

describe('proof by planted faults', () => {
  it('has a fault for every rule', () => {
    expect([...new Set(PLANTED_FAULTS.map((fault) => fault.rule))].sort()).toEqual(
      RULES.map((rule) => rule.id).sort(),
    );
  });

  it('catches every planted fault and raises no other', async () => {
    for (const { name, planted, caught, alarms } of await proveRules(1)) {
      expect({ name, caught, alarms }).toEqual({ name, caught: planted, alarms: 0 });
    }
  });
});
