import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { EVIDENCE_STYLE } from '../report/evidence/evidence-style.js';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

interface Asset {
  body: Uint8Array<ArrayBuffer>;
  type: string;
  version: string;
}

const FOLDER = new URL('./assets/', import.meta.url);
const assets = new Map<string, Asset>();
for (const name of readdirSync(FOLDER)) {
  const type = TYPES[name.split('.').at(-1) ?? ''];
  if (type !== undefined) add(name, readFileSync(new URL(name, FOLDER)));
}
add('evidence.css', Buffer.from(EVIDENCE_STYLE));

function add(name: string, bytes: Buffer): void {
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  assets.set(name, { body: new Uint8Array(bytes), type: TYPES[name.split('.').at(-1) ?? ''] ?? '', version });
}

/** Address of a style or script; it changes with the content, so that a browser may keep it for good. */
export function assetUrl(name: string): string {
  const asset = assets.get(name);
  if (!asset) throw new Error(`没有资源 ${name}`);
  return `/assets/${name}?v=${asset.version}`;
}

/** Styles and scripts of the site, all from this machine. */
export const serveAssets = (): Hono =>
  new Hono().get('/assets/:name', (context) => {
    const asset = assets.get(context.req.param('name'));
    if (!asset) return context.notFound();
    context.header('Content-Type', asset.type);
    context.header('Cache-Control', 'public, max-age=31536000, immutable');
    return context.body(asset.body);
  });
