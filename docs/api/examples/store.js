import { openStore } from 'mingzhang';

const store = await openStore('明账.db', { readOnly: true });
const { rows } = await store.query('projects', { region: '湖南省', year: 2024 }, { sort: '-amount_wan', limit: 3 });
console.log(rows.map(({ project, amount_wan }) => [project, amount_wan]));
for await (const { name, target } of store.rows('indicators', { level2: '数量指标' })) {
  console.log(name, target);
  break;
}
console.log(await store.facets('indicators', {}, ['kind']));
console.log((await store.search('宣传 NOT 禁毒', { limit: 2 })).map(({ snippet }) => snippet));
console.log((await store.sql('SELECT count(*) AS n FROM costs')).rows);
await store.close();
