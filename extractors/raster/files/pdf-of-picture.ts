/** A piece of a picture that is drawn as a PDF draws it: its data as they stand in the file, under a filter of PDF. */
export interface PictureStream {
  /** Entries of the image dictionary (ISO 32000-1, 8.9.5) without Width, Height and Length. */
  dictionary: string;
  data: Uint8Array;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface PictureSheet {
  width: number;
  height: number;
  /** How it is to be turned and mirrored to stand upright, as EXIF and TIFF number it (tag 274); 1 is as it is. */
  orientation: number;
  streams: readonly PictureStream[];
}

/** Seen where no picture was drawn. */
export const UNDRAWN = [255, 0, 255] as const;
const UNDRAWN_FILL = '1 0 1 rg';

/** Whether the orientation exchanges width and height. */
export const isTurned = (orientation: number): boolean => orientation >= 5 && orientation <= 8;

/** How a picture is put on a page. */
export interface SheetLook {
  /** Points of a pixel. */
  scale?: number;
  /** What is seen where there is no picture: an operator of PDF. */
  ground?: string;
}

/** A PDF of one page with the picture upright on it. */
export function pdfOfPicture(
  { width, height, orientation, streams }: PictureSheet,
  { scale = 1, ground = UNDRAWN_FILL }: SheetLook = {},
): Uint8Array {
  const [across, down] = isTurned(orientation) ? [height, width] : [width, height];
  const content = [
    `${plain(scale)} 0 0 ${plain(scale)} 0 0 cm`,
    `${ground} 0 0 ${plain(across)} ${plain(down)} re f`,
    `${matrixOf(orientation, width, height)} cm`,
    ...streams.map(
      (stream, i) =>
        `q ${stream.width} 0 0 ${stream.height} ${plain(stream.left)} ${plain(height - stream.top - stream.height)} cm /I${i} Do Q`,
    ),
  ].join('\n');
  const names = streams.map((_, i) => `/I${i} ${i + 5} 0 R`).join(' ');
  const objects: [dictionary: string, data?: Uint8Array][] = [
    ['/Type /Catalog /Pages 2 0 R'],
    ['/Type /Pages /Kids [3 0 R] /Count 1'],
    [
      `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${plain(across * scale)} ${plain(down * scale)}] /Resources << /XObject << ${names} >> >> /Contents 4 0 R`,
    ],
    [`/Length ${content.length}`, latin1(content)],
    ...streams.map((stream): [string, Uint8Array] => [
      `/Type /XObject /Subtype /Image /Width ${stream.width} /Height ${stream.height} ${stream.dictionary} /Length ${stream.data.length}`,
      stream.data,
    ]),
  ];
  return serialized(objects);
}

/** A number as PDF writes it, never with an exponent. */
const plain = (figure: number): string => String(Number(figure.toFixed(6)));

/** From a picture with its origin at the lower left to the page. */
function matrixOf(orientation: number, width: number, height: number): string {
  switch (orientation) {
    case 2:
      return `-1 0 0 1 ${plain(width)} 0`;
    case 3:
      return `-1 0 0 -1 ${plain(width)} ${plain(height)}`;
    case 4:
      return `1 0 0 -1 0 ${plain(height)}`;
    case 5:
      return `0 -1 -1 0 ${plain(height)} ${plain(width)}`;
    case 6:
      return `0 -1 1 0 0 ${plain(width)}`;
    case 7:
      return '0 1 1 0 0 0';
    case 8:
      return `0 1 -1 0 ${plain(height)} 0`;
    default:
      return '1 0 0 1 0 0';
  }
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** ISO 32000-1, 7.5. */
function serialized(objects: readonly [dictionary: string, data?: Uint8Array][]): Uint8Array {
  const parts: Uint8Array[] = [latin1('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  const offsets = objects.map(([dictionary, data], i) => {
    const offset = length;
    add(latin1(`${i + 1} 0 obj\n<< ${dictionary} >>\n`));
    if (data) {
      add(latin1('stream\n'));
      add(data);
      add(latin1('\nendstream\n'));
    }
    add(latin1('endobj\n'));
    return offset;
  });
  const start = length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(
    latin1(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  const pdf = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    pdf.set(part, at);
    at += part.length;
  }
  return pdf;
}
