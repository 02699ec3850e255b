import { setFlagsFromString } from 'node:v8';
import { LATE_COMPILER } from '../processes/node-flags.js';

// Most commands end before what V8's slow compiler makes of them has paid. Imported for this effect, before what it is to hold for.
for (const flag of LATE_COMPILER) setFlagsFromString(flag);
