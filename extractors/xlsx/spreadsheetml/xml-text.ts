const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", gt: '>', lt: '<', amp: '&' };
const ESCAPES = /&(?:(quot|apos|gt|lt|amp)|#x([\da-f]+)|#(\d+));|_x([\da-f]{4})_/gi;
const LAST_CHARACTER = 0x10ffff;

/** A text of a workbook with the entities of XML and its own escapes (`_x000D_`, ECMA-376 part 1, 22.9.2.19) resolved. */
export const xmlText = (written: string): string =>
  written.replace(ESCAPES, (whole, name?: string, hex?: string, decimal?: string, unit?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= LAST_CHARACTER ? String.fromCodePoint(code) : whole;
  });
