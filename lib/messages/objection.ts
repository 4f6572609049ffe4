import * as v from 'valibot';
import type { PaperToImport } from '../edit';
import { ImportedForm } from './forms';

/** Why the worker takes a paper from no file, as a sentence for the person; undefined where it takes it. */
export function objectionTo(paper: PaperToImport): string | undefined {
  const { success, issues } = v.safeParse(ImportedForm, paper);
  if (success) return undefined;
  const [issue] = issues;
  const part = issue.path?.map(({ key }) => key).find((key) => key !== 'facts' && key !== 'kept');
  const isLong = issue.type === 'max_length';
  return `The ${part} of this record is ${isLong ? 'longer than any' : 'of no form'} that can be kept. Correct it and import it again.`;
}
