import type { PageSurvey } from '../answers';
import { mentionsInText } from '../arxiv/text';
import type { PaperId } from '../paper';

/**
 * Which paper a person means who asks to save "the paper" of a page: the one whose badge or link has the focus, else
 * the one in the selection, else the one that the page is about, else the only one on it.
 */
export function papersMeant({ focused, selection, own, papers }: PageSurvey): PaperId[] {
  const selected = new Set(mentionsInText(selection).map(({ id }) => id));
  const choices = [[focused], [...selected], [own], papers.map(({ id }) => id)];
  return choices.map((ids) => ids.filter((id) => id !== undefined)).find((ids) => ids.length > 0) ?? [];
}
