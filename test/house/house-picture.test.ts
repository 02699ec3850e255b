import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { housePicture } from '../../scripts/house/house-picture.js';

describe('docs/house.svg', () => {
  it('shows the rooms as they are', () => {
    expect(readFileSync(new URL('../../docs/house.svg', import.meta.url), 'utf8')).toBe(housePicture());
  });
});
