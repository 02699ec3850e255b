import { openStore } from 'mingzhang';

const store = await openStore('明账.db', { readOnly: true });
for (const { view, id, region, snippet, place } of await store.search('见义勇为')) {
  console.log(view, id, region, snippet, place);
}
await store.close();
