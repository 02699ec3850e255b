import type { ProjectSearch } from '../model/comparison.js';
import { bigrams } from './bigrams.js';
import { coreIndicator, coreName, kernelName, printedForms } from './core-name.js';
import { SETTINGS } from './similar-settings.js';

/** Pairs that weigh little may be missing from a name that holds enough of a topic's weight. */
const LIGHT_PAIRS = 0.5;
/** A quarter of its pairs is less than any name alike shares with another. */
const ALIKE_PAIRS = 0.25;

/** Projects about a topic: names that hold a part of its character pairs, or texts that hold all of it. */
export function topicSearch(topic: string): ProjectSearch {
  const texts = printedForms(coreName(topic));
  return { names: texts.map((text) => namesWith(text, SETTINGS.topicInName * LIGHT_PAIRS)), texts };
}

/** Projects whose names may be the same thing as a project's. */
export function projectSearch(name: string, places: Parameters<typeof coreName>[1]): ProjectSearch {
  const kernels = printedForms(kernelName(coreName(name, places)));
  return { names: kernels.map((kernel) => namesWith(kernel, ALIKE_PAIRS)), texts: [] };
}

/** Indicators of a name, and such as are called alike. */
export function indicatorSearch(name: string): ProjectSearch {
  const core = coreIndicator(name);
  return { names: [namesWith(core, ALIKE_PAIRS)], texts: [core] };
}

function namesWith(text: string, share: number): ProjectSearch['names'][number] {
  const pairs = [...new Set(bigrams(text))];
  return { pairs, least: Math.max(1, Math.ceil(pairs.length * share)) };
}
