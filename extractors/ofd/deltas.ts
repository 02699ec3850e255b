/** `g 3 1.5 2` stands for `1.5 1.5 1.5 2` (GB/T 33190-2016, 11.3). */
export function readDeltas(text: string | undefined, most: number): number[] {
  const deltas: number[] = [];
  const tokens = (text ?? '').trim().split(/[\s,]+/);
  for (let at = 0; at < tokens.length && deltas.length < most; at++) {
    const token = tokens[at] ?? '';
    if (/^g$/i.test(token)) {
      const count = Math.min(Number.parseInt(tokens[at + 1] ?? '', 10) || 0, most - deltas.length);
      const value = Number.parseFloat(tokens[at + 2] ?? '');
      for (let i = 0; i < count && Number.isFinite(value); i++) deltas.push(value);
      at += 2;
    } else {
      const value = Number.parseFloat(token);
      if (Number.isFinite(value)) deltas.push(value);
    }
  }
  return deltas;
}
