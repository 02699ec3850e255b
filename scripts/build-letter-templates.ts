/** Writes the templates of 核实函 and 取证单 that come with the program: data/letters/*.docx. */
import { writeFileSync } from 'node:fs';
import { evidenceSlip, verificationLetter } from './letters/templates.js';

const FOLDER = new URL('../data/letters/', import.meta.url);

writeFileSync(new URL('verification-letter.docx', FOLDER), verificationLetter());
writeFileSync(new URL('evidence-slip.docx', FOLDER), evidenceSlip());
