import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Utf8Text } from '../../src/report/utf8-text.js';

const unit = fc.constantFrom('a', 'é', '元', '😀', '\ud800', '\udc00', '\uffff', '\n', '字'.repeat(40));

it('encodes as Node does, half pairs too', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit })), (texts) => {
      const encoded = new Utf8Text(1);
      for (const text of texts) encoded.add(text);
      expect(encoded.take()).toEqual(Buffer.concat(texts.map((text) => Buffer.from(text))));
    }),
  );
});

it('writes numbers as `String` does', () => {
  const number = fc.oneof(
    fc.maxSafeInteger(),
    fc.double({ noNaN: true }),
    fc.constantFrom(0, -0, 9, 10, 99, 100, 2 ** 53 - 1, 2 ** 53, 1e15, 1e21, -1, 0.1),
  );
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const encoded = new Utf8Text(1);
      for (const each of numbers) encoded.addNumber(each);
      expect(encoded.take().toString()).toBe(numbers.map(String).join(''));
    }),
  );
});

it('keeps what was taken while more is added', () => {
  const encoded = new Utf8Text();
  encoded.add('甲');
  const first = encoded.take();
  encoded.addBytes(Buffer.from('乙丙'), 3);
  expect([first.toString(), encoded.take().toString()]).toEqual(['甲', '丙']);
});
