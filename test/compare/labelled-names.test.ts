import { describe, expect, it } from 'vitest';
import { measureSimilar } from '../../scripts/bench-similar.js';

describe('grouping by name', () => {
  it.each(measureSimilar())(
    '$kind, $use: precise on the labelled names, and finds most pairs',
    ({ score }) => {
      expect(score.right / score.found).toBeGreaterThan(0.95);
      expect(score.right / score.wanted).toBeGreaterThan(0.55);
    },
  );
});
