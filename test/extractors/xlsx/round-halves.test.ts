import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundHalves } from '../../../extractors/xlsx/round-halves.js';

describe('roundHalves', () => {
  test.each([
    [2521.165, '#,##0.00', 2521.17],
    [1.005, '0.00', 1.01],
    [-1.005, '0.00', -1.01],
    [-2.675, '0.00_);(0.00)', -2.68],
    [0.285, '0%', 0.29],
    [0.12345, '0.00%', 0.1235],
    [0.145, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0.15],
    [2.5, '0', 3],
    [1.0049999999999999, '0.00"元"', 1.01],
    [99.995, '[红色]0.00', 100],
  ])('%d in %s', (value, format, rounded) => {
    expect(roundHalves(value, format)).toBe(rounded);
  });

  test.each([
    [2521.164, '0.00'],
    [2521.1651, '0.00'],
    [2521.16, '0.00'],
    [45000.5, 'yyyy/m/d'],
    [1234.5, 'General'],
    [1.5, '# ?/?'],
    [2500, '0,'],
    [1.5, '0.0E+00'],
    [1e21, '0.00'],
  ])('%d in %s stays', (value, format) => {
    expect(roundHalves(value, format)).toBe(value);
  });

  test('a half goes up to the next cent, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
        const plain = String(cents).padStart(3, '0');
        const half = Number(`${plain.slice(0, -2)}.${plain.slice(-2)}5`);
        expect(roundHalves(half, '#,##0.00').toFixed(2)).toBe(((cents + 1) / 100).toFixed(2));
      }),
    );
  });
});
