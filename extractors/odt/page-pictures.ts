import { sniff } from '../bytes/sniff.js';
import { childrenNamed, descendants, isNode, type XmlNode } from '../bytes/xml-tree.js';
import { LEAST_PAGE_AREA } from '../tables/inner/read-pictures.js';
import type { OpenDocument } from './open-document.js';

/** A picture of a document: the same name, the same picture. */
export interface PagePicture {
  name: string;
  /** Null where it is not in the file, or no picture that is scanned into. @throws UnreadableError, LimitError */
  bytes(): Uint8Array | null;
}

/** The frames of a text that may be scanned pages, each with its picture. */
export function pagePictures({ content, bytes }: OpenDocument): Map<XmlNode, PagePicture> {
  const frames = new Map<XmlNode, PagePicture>();
  for (const frame of descendants(content, 'draw:frame')) {
    if ((areaOf(frame) ?? LEAST_PAGE_AREA) < LEAST_PAGE_AREA) continue;
    const images = childrenNamed(frame, 'draw:image');
    if (images.length === 0) continue;
    frames.set(frame, {
      name: images[0]?.attributes['xlink:href'] ?? `#${frames.size + 1}`,
      bytes: () => firstPicture(images, bytes),
    });
  }
  return frames;
}

/** A frame may hold one picture in several formats; drawings are none that is scanned into. */
function firstPicture(images: readonly XmlNode[], inPackage: OpenDocument['bytes']): Uint8Array | null {
  for (const image of images) {
    const href = image.attributes['xlink:href'];
    const bytes = href === undefined ? inlineBytes(image) : inPackage(href);
    if (bytes && sniff(bytes) === 'image') return bytes;
  }
  return null;
}

/** A picture that stands in the XML itself (ODF 1.3 part 3, section 10.4.5), as in flat files. */
function inlineBytes(image: XmlNode): Uint8Array | null {
  const [data] = childrenNamed(image, 'office:binary-data');
  return data ? Buffer.from(data.children.filter((child) => !isNode(child)).join(''), 'base64') : null;
}

/** Points of a unit of length (ODF 1.3 part 3, section 18.3.18). */
const POINTS: Partial<Record<string, number>> = {
  cm: 72 / 2.54,
  mm: 7.2 / 2.54,
  in: 72,
  pt: 1,
  pc: 12,
  px: 0.75,
};

/** In square points; undefined where it is not told. */
function areaOf({ attributes }: XmlNode): number | undefined {
  const width = lengthOf(attributes['svg:width']);
  const height = lengthOf(attributes['svg:height']);
  return width === undefined || height === undefined ? undefined : width * height;
}

function lengthOf(text: string | undefined): number | undefined {
  const [, figure, unit = ''] = /^([\d.]+)([a-z]+)$/.exec(text ?? '') ?? [];
  const points = POINTS[unit];
  return points === undefined ? undefined : Number(figure) * points;
}
