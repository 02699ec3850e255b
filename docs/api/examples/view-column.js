import { VIEWS } from 'mingzhang';

const columns = VIEWS.find(({ name }) => name === 'budgets').columns;
const axis = columns.find(({ name }) => name === 'axis');
/** 代码是固定的，给人看的话在 titles。 */
console.log(axis.title, axis.values.map((code) => axis.titles[code]));
