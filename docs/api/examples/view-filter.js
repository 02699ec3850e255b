import { openStore } from 'mingzhang';

const store = await openStore('明账.db', { readOnly: true });
/** 条件与 mingzhang query 相同；视图没有的条件抛 QueryError。 */
const filter = { region: '430000', year: 2024, stage: 'budget', level2: '数量指标', kind: 'number' };
console.log(await store.count('indicators', filter));
await store.close();
