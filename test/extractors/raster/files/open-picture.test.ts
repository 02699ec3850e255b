import { expect, it } from 'vitest';
import { UnreadableError } from '../../../../extractors/bytes/limits.js';
import { openPicture } from '../../../../extractors/raster/files/open-picture.js';

it('other kinds are named', () => {
  expect(() => openPicture(Buffer.from('GIF89a..........'))).toThrow(/GIF/);
  expect(() => openPicture(Buffer.from('RIFF....WEBPVP8 '))).toThrow(/WebP/);
  expect(() => openPicture(Buffer.from('何物'))).toThrow(UnreadableError);
});
