import { describe, expect, it } from 'vitest';
import { toldValue } from '../../src/report/told-value.js';

describe('a moment in a table', () => {
  it('is told by the clock of this machine', () => {
    const local = new Date(2024, 4, 1, 9, 30);
    expect(toldValue({ at: local.toISOString() }, { name: 'at', title: '何时', isMoment: true })).toBe(
      '2024-05-01 09:30',
    );
  });
});
