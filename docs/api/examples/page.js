import { openStore } from 'mingzhang';

const store = await openStore('明账.db', { readOnly: true });
/** 第 11 至 20 行，金额从大到小，只要三列。 */
const page = { columns: ['region', 'project', 'amount_wan'], sort: '-amount_wan', limit: 10, offset: 10 };
console.table((await store.query('projects', {}, page)).rows);
await store.close();
