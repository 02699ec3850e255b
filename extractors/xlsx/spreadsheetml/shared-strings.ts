import type { XmlScanner } from './xml-scanner.js';

/** The texts that cells refer to by their number (ECMA-376 part 1, 18.4). */
export function sharedStrings(scanner: XmlScanner | undefined): string[] {
  const strings: string[] = [];
  while (scanner?.next()) if (!scanner.isEnd && scanner.is('si')) strings.push(richText(scanner, 'si'));
  return strings;
}

/** The text of the element just opened, `si` or `is`: its runs joined; how they are pronounced (`rPh`) is no part of it. */
export function richText(scanner: XmlScanner, element: string): string {
  if (scanner.isEmpty) return '';
  let text = '';
  let isPhonetic = false;
  while (scanner.next() && !scanner.closes(element)) {
    if (scanner.is('rPh')) isPhonetic = !scanner.isEnd && !scanner.isEmpty;
    else if (!isPhonetic && !scanner.isEnd && scanner.is('t')) text += scanner.text();
  }
  return text;
}
