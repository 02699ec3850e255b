/**
 * Serves the site of a made-up county on this machine, for docs/collect.md and for trying `collect`: a list of two pages, articles,
 * attachments. `--changed` serves it as it is some weeks later: one file exchanged, one gone.
 */
import { correctedDocx, countySite } from '../test/support/county-site.js';
import { openLocalSite } from '../test/support/local-site.js';

const PORT = 8977;

const resources = countySite();
if (process.argv.includes('--changed')) {
  resources['/czj/P020240312.docx'] = correctedDocx;
  delete resources['/f/jyj.docx'];
}
const { origin } = await openLocalSite(resources, PORT);
console.log(`${origin}/czj/index.html`);
