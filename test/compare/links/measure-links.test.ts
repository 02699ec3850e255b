import { describe, expect, it } from 'vitest';
import { measureLinks } from '../../../scripts/bench-links.js';

describe('links over stages and years', () => {
  it.each(measureLinks(2))('$title: precise on labelled papers whose words set no threshold', (score) => {
    expect(score.wanted).toBeGreaterThan(300);
    expect(score.right / score.found).toBeGreaterThan(0.94);
    expect(score.right / score.wanted).toBeGreaterThan(0.92);
    expect(score.sureRight / score.sure).toBeGreaterThan(0.985);
    expect(score.lookAlikesLinked / score.lookAlikes).toBeLessThan(0.15);
  });
});
