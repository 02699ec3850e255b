/** The forms that are described under data/forms. */
export { formDefinitions } from '../../normalizers/recognize/form/form-definitions.js';
