export { explainGrids } from '../../../normalizers/recognize/explain-grids.js';
