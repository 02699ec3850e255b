import { openStore } from 'mingzhang';

const store = await openStore('明账.db', { readOnly: true });
const { columns, rows } = await store.query('budgets', { region: '湖南省' }, { limit: 1 });
console.log(columns.join('、'));
console.log(rows[0]);
await store.close();
