import { strToU8, zipSync } from 'fflate';
import { decodeText } from './charset.js';

const HEAD = 8192;
const WORD_2003 = /<w:wordDocument\b[^>]*>/;
const FLAT_PACKAGE = /<pkg:package\b/;
const WORD_2003_NAMESPACE = 'http://schemas.microsoft.com/office/word/2003/wordml';
const OOXML_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * Word documents in one XML file, which report generators like to write under the name .doc: the flat package of Word 2007
 * ("Word XML") and WordprocessingML of Word 2003. Both are put into the zip package they correspond to, so that one reader
 * serves all three.
 *
 * @returns bytes of a .docx, undefined when the text is no such file
 */
export function repackageWordXml(bytes: Uint8Array): Uint8Array | undefined {
  const head = decodeText(bytes.subarray(0, HEAD)).text;
  const isFlat = FLAT_PACKAGE.test(head);
  if (!isFlat && !WORD_2003.test(head)) return undefined;
  const { text } = decodeText(bytes);
  const parts = isFlat ? partsOfFlatPackage(text) : partsOfWord2003(text);
  const files = parts.map(([name, xml]): [string, Uint8Array] => [name, strToU8(xml)]);
  return zipSync(Object.fromEntries(files), { level: 0 });
}

function partsOfFlatPackage(text: string): [string, string][] {
  const parts: [string, string][] = [];
  for (const part of text.split(/<pkg:part\b/).slice(1)) {
    const name = /^[^>]*?\bpkg:name="\/?([^"]+)"/.exec(part)?.[1];
    const from = part.search(/<pkg:xmlData\b/);
    const end = part.lastIndexOf('</pkg:xmlData>');
    if (name && from >= 0 && end > from) parts.push([name, part.slice(part.indexOf('>', from) + 1, end)]);
  }
  return parts;
}

/** The elements are those of OOXML but for the namespace, two merge elements in lower case, and wrappers of other vocabularies. */
function partsOfWord2003(text: string): [string, string][] {
  const root = WORD_2003.exec(text)?.[0] ?? '';
  const namespaces = (root.match(/\sxmlns:\w+="[^"]*"/g) ?? [])
    .join('')
    .replace(WORD_2003_NAMESPACE, OOXML_NAMESPACE);
  const asOoxml = (xml: string): string =>
    xml
      .replace(/<w:binData\b[^>]*>[^<]*<\/w:binData>/g, '')
      .replace(/<\/?(?:wx|aml|st\d|ns\d):[^>]*>/g, '')
      .replace(/(<\/?w:)vmerge\b/g, '$1vMerge')
      .replace(/(<\/?w:)hmerge\b/g, '$1hMerge');
  const inside = (name: string): string => {
    const from = text.indexOf(`<w:${name}>`);
    const end = text.lastIndexOf(`</w:${name}>`);
    return from < 0 ? '' : asOoxml(text.slice(from, end < from ? undefined : end + name.length + 5));
  };
  const styles = inside('styles').replace('<w:styles>', `<w:styles${namespaces}>`);
  const document: [string, string] = [
    'word/document.xml',
    `<w:document${namespaces}>${inside('body')}</w:document>`,
  ];
  if (styles === '') return [document];
  return [
    document,
    ['word/styles.xml', styles],
    [
      'word/_rels/document.xml.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    ],
  ];
}
