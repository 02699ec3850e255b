/** Writes docs/house.svg, the plan of the house by scripts/rooms.cjs. A test fails when it is stale. */
import { writeFileSync } from 'node:fs';
import { housePicture } from './house/house-picture.js';

writeFileSync(new URL('../docs/house.svg', import.meta.url), housePicture());
