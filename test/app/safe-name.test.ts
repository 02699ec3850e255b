import { win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName } from '../../src/app/safe-name.js';

describe('a name for a file', () => {
  it.each([
    ['云溪区水利局', '云溪区水利局'],
    ['甲/乙\\丙:丁*', '甲_乙_丙_丁_'],
    ['C:\\预算', 'C_预算'],
    ['CON', 'CON_'],
    ['nul.txt', 'nul_.txt'],
    ['COM1 .docx', 'COM1_ .docx'],
    ['CONGRESS', 'CONGRESS'],
    ['水利局。', '水利局。'],
    ['水利局. . ', '水利局_'],
    ['..', '_'],
    ['  ', '未命名'],
  ])('%j is %j', (words, name) => {
    expect(safeName(words)).toBe(name);
  });

  it('is one step of a path on Windows, and stays what it is there', () => {
    const part = fc.constantFrom(
      'con',
      'AUX',
      'lpt3',
      '.',
      ' ',
      '\\',
      '/',
      ':',
      '甲',
      'a',
      '?',
      '\u0007',
      '\t',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (words) => {
          const name = safeName(words);
          expect(win32.normalize(win32.join('D:\\出', name))).toBe(`D:\\出\\${name}`);
          expect(win32.basename(name)).toBe(name);
          expect(name).not.toMatch(/[. ]$|^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i);
          expect(safeName(name)).toBe(name);
        },
      ),
    );
  });
});
