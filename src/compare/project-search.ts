import { bigrams } from './bigrams.js';
import { coreName, kernelName } from './core-name.js';
import { SETTINGS } from './similar-settings.js';

/** What a store looks for before names are compared: cheap, and wide enough to lose nothing that would be kept. */
export interface ProjectSearch {
  pairs: string[];
  least: number;
  text: string | null;
}

/** Projects about a topic: names with half of its character pairs (pairs that weigh little may be missing), or texts with it. */
export function topicSearch(topic: string): ProjectSearch {
  const core = coreName(topic);
  const pairs = [...new Set(bigrams(core))];
  return { pairs, least: Math.max(1, Math.ceil(pairs.length * SETTINGS.topicInName * HALF)), text: core };
}

/** Names that may be the same thing as a project's: a quarter of its kernel's character pairs. */
export function projectSearch(name: string, places: Parameters<typeof coreName>[1]): ProjectSearch {
  const pairs = [...new Set(bigrams(kernelName(coreName(name, places))))];
  return { pairs, least: Math.max(1, Math.ceil((pairs.length * HALF) / 2)), text: null };
}

const HALF = 0.5;
