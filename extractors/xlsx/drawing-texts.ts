import type { Paragraph } from '../../src/model/grid.js';
import { paragraphPlace } from '../../src/model/place.js';
import { LIMITS } from '../bytes/limits.js';
import { inflateEntry, listZip } from '../bytes/zip-file.js';
import { zipName } from '../bytes/zip-name.js';

const DRAWING = /^xl\/drawings\/drawing\d+\.xml$/;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Texts of the text boxes and shapes of an OOXML workbook (DrawingML, ECMA-376 part 1, 21.1), a paragraph each. */
export function drawingTexts(bytes: Uint8Array): Paragraph[] {
  const texts = listZip(bytes)
    .filter((entry) => DRAWING.test(zipName(entry)))
    .flatMap((entry) =>
      paragraphsOf(new TextDecoder().decode(inflateEntry(bytes, entry, LIMITS.inflatedBytes))),
    );
  return texts.map((text, i) => ({ kind: 'paragraph', text, place: paragraphPlace(i + 1) }));
}

const paragraphsOf = (xml: string): string[] =>
  xml
    .split('</a:p>')
    .map((paragraph) => [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((run) => run[1] ?? '').join(''))
    .map((text) => text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole).trim())
    .filter((text) => text !== '');
