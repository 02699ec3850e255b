import type { XmlElement } from './parse-xml.js';

/** An on/off property (ECMA-376-1, 17.17.4): present without a value is on. */
export function isOn(element: XmlElement): boolean {
  const value = element.get('w:val');
  return value !== '0' && value !== 'false' && value !== 'off';
}

/** A whole number attribute; null where it is missing or no number. */
export function wholeNumber(text: string | undefined): number | null {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isNaN(number) ? null : number;
}

const TWIPS: Record<string, number> = { pt: 20, pc: 240, pi: 240, in: 1440, cm: 567, mm: 56.7 };

/** A length in twips (1/20 pt); strict files write units (`2.5cm`, ECMA-376-1 22.9.2.15). Null where there is none. */
export function twips(text: string | undefined): number | null {
  const plain = Number.parseFloat(text ?? '');
  const scale = text === undefined || /\d$/.test(text) ? 1 : TWIPS[text.slice(-2)];
  return Number.isNaN(plain) || scale === undefined ? null : plain * scale;
}
