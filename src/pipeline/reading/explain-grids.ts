export { explainGrids } from '../../../normalizers/recognize/unread/explain-grids.js';
