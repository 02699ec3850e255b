const TELEPHONE = /(?<!\d)(1[3-9]\d{9}|0(?!000-0000000)\d{2,3}-\d{7,8})(?!\d)/g;
const FILLER = /填表人[:：][^\S\n]*(\S*)/g;

/** Telephone numbers of a sample, and names of fillers but 某某: it must have none. */
export const privateIn = (text: string): string[] => [
  ...[...text.matchAll(TELEPHONE)].map(([number]) => number),
  ...[...text.matchAll(FILLER)].flatMap(([, name = '']) =>
    /^($|某某|联系电话|[<|])/.test(name) ? [] : [name],
  ),
];
