import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipText } from '../../src/report/clip-text.js';
import { html } from '../../src/report/html.js';
import { printable } from '../../src/report/text-width.js';

describe('html', () => {
  it('keeps any text as text, between tags and within attributes', () => {
    const character = fc.constantFrom(...'<>&"\'`=/ ab甲\u202E\u0007\n', '&lt;', '</p>', '<script>', '-->');
    fc.assert(
      fc.property(
        fc.array(character).map((each) => each.join('')),
        (text) => {
          const $ = load(html`<p title="${text}">${text}</p>`.text);
          expect($('p').text()).toBe(printable(text));
          expect($('p').attr('title')).toBe(printable(text));
          expect($('body *').length).toBe(1);
        },
      ),
    );
  });

  it('takes markup as it is, lists one after the other, and null as nothing', () => {
    const items = ['甲', '<乙>'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}</ul>${null}${undefined}${7}`.text).toBe(
      '<ul><li>甲</li><li>&lt;乙&gt;</li></ul>7',
    );
  });

  it('does not take what only looks like markup', () => {
    const forged = { text: '<script>' } as unknown as string[];
    expect(() => html`${forged}`.text).toThrow(TypeError);
  });
});

describe('clipText', () => {
  it('says how much it leaves out, and never cuts a character in two', () => {
    expect(clipText('甲乙丙', 3)).toBe('甲乙丙');
    expect(clipText('甲乙丙丁', 3)).toBe('甲乙丙…（略 1 字）');
    expect(clipText('甲𠮷乙', 2)).toBe('甲…（略 3 字）');
  });
});
