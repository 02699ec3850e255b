import type { SeededRandom } from '../seeded-random.js';

const SIZE = 65536;

/** Values around 0 with a deviation of 1, the same for a seed; a long sequence that begins anew. */
export function gaussianNoise(random: SeededRandom): Float32Array {
  const noise = new Float32Array(SIZE);
  for (let i = 0; i < SIZE; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    const angle = 2 * Math.PI * random.next();
    noise[i] = radius * Math.cos(angle);
    noise[i + 1] = radius * Math.sin(angle);
  }
  return noise;
}
