import { LIMITS, LimitError, UnreadableError } from '../../bytes/limits.js';

/** The fields of a directory of TIFF by their tags: numbers, fractions divided out. */
export type TiffTags = ReadonlyMap<number, readonly number[]>;

/** Bytes of a value by its type, from 1 on: BYTE, ASCII, SHORT, LONG, RATIONAL, and the signed ones. */
const BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
/** Values of a field: a picture of 120 million pixels in strips of a line has 30,000. */
const MOST_VALUES = 1_000_000;
const MOST_FIELDS = 1000;

/**
 * Directories of a TIFF file (TIFF 6.0, section 2), as EXIF has them too.
 * @throws LimitError beyond LIMITS.pages
 * @throws UnreadableError where it is damaged
 */
export function readTiffTags(bytes: Uint8Array): TiffTags[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directories: TiffTags[] = [];
  const seen = new Set<number>();
  try {
    const little = view.getUint16(0) === 0x4949;
    let at = view.getUint32(4, little);
    while (at !== 0) {
      if (seen.has(at)) throw new UnreadableError('corrupt', 'TIFF 的页目录成环');
      if (seen.size >= LIMITS.pages) throw new LimitError(`TIFF 超过 ${LIMITS.pages} 页`);
      seen.add(at);
      const fields = view.getUint16(at, little);
      if (fields > MOST_FIELDS) throw new UnreadableError('corrupt', 'TIFF 的页目录损坏');
      const tags = new Map<number, number[]>();
      for (let i = 0; i < fields; i++) {
        const field = at + 2 + 12 * i;
        tags.set(view.getUint16(field, little), readValues(view, field, little));
      }
      directories.push(tags);
      const next = at + 2 + 12 * fields;
      at = next + 4 <= view.byteLength ? view.getUint32(next, little) : 0;
    }
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableError('corrupt', 'TIFF 的页目录损坏或不完整');
    throw error;
  }
  return directories;
}

function readValues(view: DataView, field: number, little: boolean): number[] {
  const type = view.getUint16(field + 2, little);
  const size = BYTES[type] ?? 0;
  const count = size === 0 ? 0 : view.getUint32(field + 4, little);
  if (count > MOST_VALUES) throw new UnreadableError('corrupt', 'TIFF 的页目录损坏');
  const at = count * size <= 4 ? field + 8 : view.getUint32(field + 8, little);
  if (at + count * size > view.byteLength) return [];
  return Array.from({ length: count }, (_, i) => {
    const place = at + i * size;
    switch (size) {
      case 1:
        return view.getUint8(place);
      case 2:
        return view.getUint16(place, little);
      case 4:
        return view.getUint32(place, little);
      default:
        return type === 12
          ? view.getFloat64(place, little)
          : view.getUint32(place, little) / view.getUint32(place + 4, little);
    }
  });
}

const ORIENTATION = 274;
const X_RESOLUTION = 282;
const RESOLUTION_UNIT = 296;
const CENTIMETRE = 3;
const NO_UNIT = 1;

/** How the picture is turned (1 to 8) and its dots per inch. */
export function orientationAndDpi(tags: TiffTags): { orientation: number; dpi?: number } {
  const orientation = tags.get(ORIENTATION)?.[0] ?? 1;
  const resolution = tags.get(X_RESOLUTION)?.[0];
  const unit = tags.get(RESOLUTION_UNIT)?.[0] ?? 2;
  const dpi = resolution && unit !== NO_UNIT ? resolution * (unit === CENTIMETRE ? 2.54 : 1) : undefined;
  return { orientation: orientation >= 1 && orientation <= 8 ? orientation : 1, ...(dpi ? { dpi } : {}) };
}
