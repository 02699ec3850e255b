/** How a term of a calculation that an audit has worked out is shown: `12（人） × 235（元）`. */
export { showTerm } from '../audit/subjects/calculation.js';
