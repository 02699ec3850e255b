export { departmentKey } from '../../../normalizers/parse/department/department-key.js';
