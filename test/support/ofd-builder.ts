import { strToU8, zipSync } from 'fflate';
import { escapeMarkup } from './disclosure-formats/escape-markup.js';

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const MM = 25.4 / 72;
const mm = (points: number): string => (points * MM).toFixed(4);

export interface OfdPage {
  /** Points. */
  width: number;
  height: number;
  /** Objects of the page's layer. */
  objects: string;
  /** Elements before the content: templates, resources. */
  head?: string;
}

/** Text in millimetres, its baseline at (x, y + 0.88 size); every ASCII letter half as wide as the others. */
export function textObject(x: number, y: number, text: string, size: number, attributes = ''): string {
  const characters = [...text];
  const deltas = characters.slice(0, -1).map((each) => (each <= '~' ? size / 2 : size).toFixed(4));
  const width = characters.length * size;
  return (
    `<ofd:TextObject ID="1" Font="2" Size="${size.toFixed(4)}" Boundary="${x.toFixed(4)} ${y.toFixed(4)} ${width.toFixed(4)} ${size.toFixed(4)}" ${attributes}>` +
    `<ofd:TextCode X="0" Y="${(0.88 * size).toFixed(4)}" DeltaX="${deltas.join(' ')}">${escapeMarkup(text)}</ofd:TextCode></ofd:TextObject>`
  );
}

/** A path in millimetres from the corner (x, y). */
export const pathObject = (x: number, y: number, data: string, attributes = '', inside = ''): string =>
  `<ofd:PathObject ID="1" Boundary="${x.toFixed(4)} ${y.toFixed(4)} 300 300" ${attributes}>${inside}<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;

/** Draws one page in points from the upper left corner. */
export class OfdCanvas {
  private readonly objects: string[] = [];

  constructor(
    readonly width = 595,
    readonly height = 842,
  ) {}

  /** `y` is the top of the letters. */
  text(x: number, y: number, text: string, size = 10): this {
    return this.raw(textObject(x * MM, y * MM, text, size * MM));
  }

  line(x0: number, y0: number, x1: number, y1: number): this {
    return this.raw(pathObject(x0 * MM, y0 * MM, `M 0 0 L ${mm(x1 - x0)} ${mm(y1 - y0)}`));
  }

  raw(object: string): this {
    this.objects.push(object);
    return this;
  }

  page(head = ''): OfdPage {
    return { width: this.width, height: this.height, objects: this.objects.join(''), head };
  }
}

export const layer = (objects: string, attributes = ''): string =>
  `<ofd:Content><ofd:Layer ID="1" ${attributes}>${objects}</ofd:Layer></ofd:Content>`;

export const ofdPage = (content: string, head = ''): string =>
  `<ofd:Page ${NAMESPACE}>${head}${content}</ofd:Page>`;

/**
 * An OFD package of the pages.
 * @param common elements of the document beside the size of its pages
 * @param parts other files, or files in place of those made here; null leaves one out
 */
export function buildOfd(
  pages: readonly OfdPage[],
  common = '',
  parts: Record<string, string | Uint8Array | null> = {},
): Uint8Array {
  const files: Record<string, string | Uint8Array | null> = {
    'OFD.xml': `<ofd:OFD ${NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Title>样本</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${pages
      .map((_, i) => `<ofd:Page ID="${i + 10}" BaseLoc="Pages/Page_${i}/Content.xml"/>`)
      .join('')}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(
      pages.map(({ width, height, objects, head = '' }, i) => [
        `Doc_0/Pages/Page_${i}/Content.xml`,
        ofdPage(
          layer(objects),
          `<ofd:Area><ofd:PhysicalBox>0 0 ${mm(width)} ${mm(height)}</ofd:PhysicalBox></ofd:Area>${head}`,
        ),
      ]),
    ),
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).flatMap(([name, content]) =>
        content === null ? [] : [[name, typeof content === 'string' ? strToU8(content) : content]],
      ),
    ),
  );
}
