import { oncePerText } from '../texts/once-per-text.js';

/** An indicator's name without spaces, the unit in brackets behind it, and the word 指标: `覆盖率 指标（%）` → `覆盖率`. */
export const bareName = oncePerText((name): string => {
  const joined = name.normalize('NFKC').replace(/\s+/g, '');
  const bare = joined.replace(/(\([^()]*\)|指标|[，。；、,;.:：])+$/u, '');
  return bare === '' ? joined : bare;
});
