import { describe, expect, it } from 'vitest';
import { type LinePicture, linePicture } from '../../../../extractors/scanned/letters/line-picture.js';
import type { MetCharacter } from '../../../../extractors/scanned/letters/match-ink.js';
import { mendSigns } from '../../../../extractors/scanned/letters/mend-signs.js';
import { DrawnInk } from './drawn-ink.js';

/** A line of 38 pixels, five of paper around it: as it is, not scaled. */
const HEIGHT = 38;
const AROUND = 5;

const lineOf = (drawn: DrawnInk): LinePicture =>
  linePicture(drawn, { left: 0, top: 0, right: drawn.width, bottom: HEIGHT }, AROUND / HEIGHT);

/** Figures are frames 14 wide, 20 from one to the next; a point is 5 high, a comma goes on below. */
function drawn(text: string): DrawnInk {
  const picture = new DrawnInk(20 * text.length + 10, HEIGHT);
  [...text].forEach((char, i) => {
    const x = 3 + 20 * i;
    if (/\d/u.test(char)) {
      picture.strokes(
        [
          [x + 1, 6],
          [x + 12, 6],
          [x + 12, 31],
          [x + 1, 31],
          [x + 1, 6],
        ],
        3,
      );
    } else if (char === '.') picture.block({ left: x + 5, top: 28, right: x + 10, bottom: 33 });
    else if (char === '。') {
      picture.strokes(
        [
          [x + 2, 24],
          [x + 10, 24],
          [x + 10, 32],
          [x + 2, 32],
          [x + 2, 24],
        ],
        2,
      );
    } else if (char === '¦') {
      picture.block({ left: x + 1, top: 10, right: x + 3, bottom: 14 });
      picture.block({ left: x + 1, top: 27, right: x + 3, bottom: 31 });
    } else if (char === '、') picture.block({ left: x + 1, top: 28, right: x + 7, bottom: 35 });
    else if (char === '`') picture.block({ left: x + 5, top: 6, right: x + 10, bottom: 11 });
    else if (char === '丨') picture.block({ left: x + 4, top: 6, right: x + 10, bottom: 32 });
    else if (char === '汉') picture.block({ left: x, top: 3, right: x + 16, bottom: 35 });
    else if (char === ',') picture.block({ left: x + 5, top: 28, right: x + 9, bottom: 38 });
    else if (char === '-') picture.block({ left: x + 1, top: 18, right: x + 12, bottom: 21 });
    else if (char === '≥') {
      const chevron = [
        [x, 8],
        [x + 15, 15],
        [x, 22],
      ] as const;
      picture.strokes(chevron, 2).strokes(
        [
          [x, 29],
          [x + 15, 29],
        ],
        2,
      );
    }
  });
  return picture;
}

/** What was read, in the slots of what is drawn; a gap where nothing was. */
const read = (text: string, confidence = 0.99): MetCharacter[] =>
  [...text].flatMap((char, i) =>
    char === '_' ? [] : [{ code: char.codePointAt(0) ?? 0, middle: AROUND + 10 + 20 * i, confidence }],
  );

const mended = (ink: string, text: string): { text: string; least: number } => {
  const characters = mendSigns(lineOf(drawn(ink)), read(text));
  return {
    text: characters.map(({ code }) => String.fromCodePoint(code)).join(''),
    least: Math.min(...characters.map(({ confidence }) => confidence)),
  };
};

describe('signs are told by their ink', () => {
  it.each(['V', 'W', 'Z', '2', '三', '>', 'M'])('≥ alone that was read as %s', (other) => {
    const { text, least } = mended('≥', other);
    expect(text).toBe('≥');
    expect(least).toBeGreaterThanOrEqual(0.9);
  });

  it('≥ before figures that was read as something else, or not at all', () => {
    expect(mended('≥98', 'V98').text).toBe('≥98');
    expect(mended('≥98', '_98').text).toBe('≥98');
  });

  it('figures stay as they were read', () => {
    expect(mended('274', '274')).toEqual({ text: '274', least: 0.99 });
  });

  it('a comma reaches below the figures, a point does not', () => {
    expect(mended('1,234.56', '1.234,56').text).toBe('1,234.56');
    expect(mended('1,234.56', '1,234.56').least).toBeGreaterThanOrEqual(0.9);
  });

  it('a minus sign that was not read stands there, but nothing relies on it', () => {
    const { text, least } = mended('-123', '_123');
    expect(text).toBe('-123');
    expect(least).toBeLessThan(0.9);
  });

  it('a minus sign much paler than the figures stands there too, whether a shade was read in its place or not', () => {
    const ink = drawn('-123');
    ink.pixels.forEach((value, i) => {
      if (value === 0 && i % ink.width < 20) ink.pixels[i] = 170;
    });
    for (const as of ['_123', '·123']) {
      const characters = mendSigns(lineOf(ink), read(as));
      expect(characters.map(({ code }) => String.fromCodePoint(code)).join('')).toBe('-123');
      expect(Math.min(...characters.map(({ confidence }) => confidence))).toBeLessThan(0.9);
    }
  });

  it('the stroke of 一 is one where it breaks: how much room it takes tells it from a hyphen', () => {
    const ink = new DrawnInk(130, HEIGHT);
    for (const [left, right] of [
      [1, 5],
      [7, 11],
      [13, 17],
      [19, 36],
    ] as const) {
      ink.block({ left, top: 17, right, bottom: 20 });
    }
    for (const x of [45, 86]) ink.block({ left: x, top: 1, right: x + 37, bottom: 37 });
    const met = [...'-汉汉'].map((char, i) => ({
      code: char.codePointAt(0) ?? 0,
      middle: AROUND + ([25, 63, 104][i] ?? 0),
      confidence: 0.99,
    }));
    const [first] = mendSigns(lineOf(ink), met);
    expect(String.fromCodePoint(first?.code ?? 0)).toBe('一');
  });

  it('a percent sign that has run together with the figure before it stands there, unsure', () => {
    const ink = drawn('0_');
    const sign = ['###.#', '###.#', '.###.', '#.###', '#.###'];
    sign.forEach((row, y) => {
      [...row].forEach((dot, x) => {
        const [left, top] = [16 + 4 * x, 5 + 5 * y + Math.min(y, 2)];
        if (dot === '#') ink.block({ left, top, right: left + 4, bottom: top + 6 });
      });
    });
    const characters = mendSigns(lineOf(ink), read('0'));
    expect(characters.map(({ code }) => String.fromCodePoint(code)).join('')).toBe('0%');
    expect(characters.at(-1)?.confidence).toBeLessThan(0.9);
    expect(mended('00', '0').text).toBe('0');
  });

  it('beside ink that was not read nothing is sure', () => {
    expect(mended('12.34', '12_34').least).toBeLessThan(0.9);
    expect(mended('1234', '12_4').least).toBeLessThan(0.9);
    expect(mended('1234', '_234').least).toBeLessThan(0.9);
  });

  it('figures of a few pixels are not sure', () => {
    const tiny = new DrawnInk(24, 12);
    for (const x of [2, 9, 16]) tiny.block({ left: x, top: 2, right: x + 4, bottom: 10 });
    const line = linePicture(tiny, { left: 0, top: 0, right: 24, bottom: 12 }, 0.12);
    const met = [4, 11, 18].map((x) => ({
      code: 0x30,
      middle: (x - line.left) * line.scale,
      confidence: 0.99,
    }));
    expect(mendSigns(line, met).every(({ confidence }) => confidence < 0.9)).toBe(true);
  });

  it('spaces no one sees are left out, wide ones stay', () => {
    const tight = [...read('12'), { code: 0x20, middle: AROUND + 20, confidence: 0.9 }].sort(
      (a, b) => a.middle - b.middle,
    );
    const spaced = [...read('1__2'), { code: 0x20, middle: AROUND + 40, confidence: 0.9 }].sort(
      (a, b) => a.middle - b.middle,
    );
    expect(mendSigns(lineOf(drawn('12')), tight)).toHaveLength(2);
    expect(mendSigns(lineOf(drawn('1  2')), spaced)).toHaveLength(3);
  });
});

it.each([
  ['汉。', '汉0', '汉。'],
  ['汉。', '汉a', '汉。'],
  ['汉0', '汉0', '汉0'],
  ['5。', '50', '50'],
])('%s read as %s is %s', (ink, text, right) => {
  expect(mended(ink, text).text).toBe(right);
});

it.each([
  ['`汉汉', '·汉汉', '汉汉'],
  ['`12', '-12', '12'],
  ['汉`', "汉'", '汉'],
  ['汉 .', '汉_.', '汉'],
  ['汉.', '汉.', '汉.'],
  ['12¦', '12:', '12'],
  ['¦汉', '：汉', '汉'],
  ['1.5', '1.5', '1.5'],
  [' 汉汉', '·汉汉', '汉汉'],
  ['汉汉 ', '汉汉：', '汉汉'],
  ['12 ', '12.', '12'],
  ['汉  ', '汉_）', '汉）'],
])('specks before and behind %s, read as %s, are left out: %s', (ink, text, right) => {
  expect(mended(ink, text).text).toBe(right);
});

it('a minus before a figure, or what a threshold left of it, stays and is unsure', () => {
  const faint = new DrawnInk(60, HEIGHT);
  faint.block({ left: 5, top: 17, right: 10, bottom: 19 });
  faint.block({ left: 24, top: 5, right: 40, bottom: 33 });
  const gone = new DrawnInk(60, HEIGHT);
  gone.block({ left: 24, top: 5, right: 40, bottom: 33 });
  for (const ink of [faint, gone]) {
    const met = [...'-7'].map((char, i) => ({
      code: char.codePointAt(0) ?? 0,
      middle: [12, 36][i] ?? 0,
      confidence: 0.99,
    }));
    const [minus, figure] = mendSigns(lineOf(ink), met);
    expect([minus?.code, figure?.code]).toEqual([0x2d, 0x37]);
    expect(minus?.confidence).toBeLessThanOrEqual(0.6);
  }
});

it('characters that share ink keep their order', () => {
  const joined = new DrawnInk(140, HEIGHT);
  joined.block({ left: 5, top: 5, right: 70, bottom: 33 });
  joined.block({ left: 100, top: 5, right: 130, bottom: 33 });
  const met = [...'90%:'].map((char, i) => ({
    code: char.codePointAt(0) ?? 0,
    middle: [13, 28, 43, 68][i] ?? 0,
    confidence: 0.99,
  }));
  const middles = mendSigns(lineOf(joined), met).map(({ middle }) => middle);
  expect(middles).toEqual([...middles].sort((a, b) => a - b));
});

it('a minus sign before figures that touch each other is none of them', () => {
  const joined = new DrawnInk(120, HEIGHT);
  joined.block({ left: 4, top: 17, right: 14, bottom: 21 });
  joined.block({ left: 24, top: 5, right: 66, bottom: 33 });
  const characters = mendSigns(
    lineOf(joined),
    [...'27'].map((char, i) => ({ code: char.codePointAt(0) ?? 0, middle: 38 + 22 * i, confidence: 0.99 })),
  );
  expect(characters.map(({ code }) => String.fromCodePoint(code)).join('')).toBe('-27');
  expect(characters[0]?.confidence).toBeLessThan(0.9);
});

it('an upright stroke nobody read before what is counted is a 1, unsure', () => {
  expect(mended('丨 汉', '__份')).toEqual({ text: '1份', least: 0.6 });
  expect(mended('丨 汉', '__汉').text).toBe('汉');
});

it.each([
  ['2、1', '2、1', '2、1'],
  ['2.1', '2、1', '2.1'],
])('%s read as %s is %s', (ink, text, right) => {
  expect(mended(ink, text).text).toBe(right);
});

it('a ring at the foot of a line by itself is a full stop', () => {
  expect(mended('。', '9').text).toBe('。');
});

it('takes a lone upright stroke that was read as nothing for a 1, unsure', () => {
  expect(mended('丨', '_')).toEqual({ text: '1', least: 0.6 });
  expect(mended('-', '_').text).toBe('');
});

it.each([
  ['2.5', '2_s', '2.5'],
  ['2.5', '2_5', '2.5'],
  ['25', '25', '25'],
  ['25', '2s', '2s'],
])('a dot nobody read in %s, read as %s, is a point: %s', (ink, text, right) => {
  expect(mended(ink, text).text).toBe(right);
});
