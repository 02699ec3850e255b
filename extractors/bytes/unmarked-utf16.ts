const LOOKED_AT = 4096;
const FEWEST_UNITS = 2;
/** Share of the units that must be what Chinese texts are made of. */
const PLAUSIBLE = 0.9;
/** How much better one byte order must do where both are plausible. */
const CLEARLY = 1.3;

/**
 * The byte order of UTF-16 without a mark: read in it, the text is of ASCII, Chinese characters and punctuation; in the
 * other it is not. Undefined where no byte is zero, as in any other encoding (and in UTF-16 only without a single line end).
 */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, LOOKED_AT);
  if (!sample.includes(0)) return undefined;
  const little = likelihood(sample, 0);
  const big = likelihood(sample, 1);
  const isLittle = little.plausible >= PLAUSIBLE;
  const isBig = big.plausible >= PLAUSIBLE;
  if (isLittle && (!isBig || little.weight > CLEARLY * big.weight)) return 'utf-16le';
  if (isBig && (!isLittle || big.weight > CLEARLY * little.weight)) return 'utf-16be';
  return undefined;
}

/** Letters of ASCII turned about are Chinese characters, but not the reverse: so ASCII weighs twice. */
function likelihood(bytes: Uint8Array, low: 0 | 1): { plausible: number; weight: number } {
  const units = bytes.length >> 1;
  if (units < FEWEST_UNITS) return { plausible: 0, weight: 0 };
  let ascii = 0;
  let others = 0;
  for (let i = 0; i < units; i++) {
    const unit = (bytes[2 * i + low] ?? 0) | ((bytes[2 * i + 1 - low] ?? 0) << 8);
    if (isAscii(unit)) ascii++;
    else if (isChinese(unit)) others++;
  }
  return { plausible: (ascii + others) / units, weight: (2 * ascii + others) / units };
}

const isAscii = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) || unit === 0x09 || unit === 0x0a || unit === 0x0d;

/** Han characters, CJK and general punctuation, full-width forms, enclosed numbers, signs, Latin-1. */
const isChinese = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3000 && unit <= 0x303f) ||
  (unit >= 0xff00 && unit <= 0xffef) ||
  (unit >= 0x2000 && unit <= 0x26ff) ||
  (unit >= 0xa0 && unit <= 0xff);
