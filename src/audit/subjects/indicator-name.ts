import { joinedText } from '../texts/joined-text.js';
import { oncePerText } from '../texts/once-per-text.js';

/** An indicator's name without spaces, the unit in brackets behind it, and the word 指标: `覆盖率 指标（%）` → `覆盖率`. */
export const bareName = oncePerText((name): string => {
  const joined = joinedText(name);
  const bare = joined.replace(/(\([^()]*\)|指标|[，。；、,;.:：])+$/u, '');
  return bare === '' ? joined : bare;
});
