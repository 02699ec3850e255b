import '../without-drawing.js';

/** Codes of a Type 3 font whose glyphs have names, and the characters these names tell; 0 where a name tells none. */
export type NamedGlyphs = ReadonlyMap<number, number>;

/** What pdf.js tells of a font when asked for all it knows; its types leave this out. */
interface LoadedFont {
  type?: string;
  /** Names of glyphs, by code. */
  differences?: readonly (string | undefined)[];
  toUnicode?: { _map?: readonly (string | null | undefined)[] } | null;
}

export interface GlyphNames {
  /** Type 3 fonts of a page, from 1. Empty where pdf.js cannot read it. */
  ofPage(number: number): Promise<NamedGlyphs[]>;
  close(): Promise<void>;
}

/**
 * Opens a document once more with pdf.js, which knows what the names of glyphs stand for: PDFium has no way to ask for them.
 * Names of the Adobe Glyph List and single characters tell something; names made of a letter and the code (`a65`) do not.
 */
export async function openGlyphNames(bytes: Uint8Array): Promise<GlyphNames> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // A copy: pdf.js takes its bytes away, and refuses a Buffer.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    fontExtraProperties: true,
  });
  return {
    async ofPage(number) {
      try {
        const page = await (await task.promise).getPage(number);
        const { fnArray, argsArray } = await page.getOperatorList();
        const keys = new Set<string>();
        fnArray.forEach((operation: number, i: number) => {
          if (operation === OPS.setFont) keys.add(String(argsArray[i]?.[0]));
        });
        const fonts = [...keys].map((key): LoadedFont => page.commonObjs.get(key));
        return fonts.filter(({ type }) => type === 'Type3').map(namedGlyphs);
      } catch {
        return [];
      }
    },
    close: () => task.destroy(),
  };
}

function namedGlyphs({ differences = [], toUnicode }: LoadedFont): NamedGlyphs {
  const characters = toUnicode?._map ?? [];
  return new Map(
    Object.entries(differences).flatMap(([key, name]) => {
      if (name === undefined || name === '.notdef') return [];
      const code = Number(key);
      const told = characters[code] || (name.length === 1 ? name : '');
      return [[code, told.length === 1 ? told.charCodeAt(0) : 0] as const];
    }),
  );
}
