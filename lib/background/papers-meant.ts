import type { PageSurvey } from '../answers';
import { mentionsInText } from '../arxiv/text';
import type { PaperId } from '../paper';

/**
 * Which paper a person means who asks to save "the paper" of a page: the one whose badge or link has the focus, else
 * the one in the selection, else the one that the page is about, else the only one on it.
 */
export function papersMeant({ focused, selected, selection, own, papers }: PageSurvey): PaperId[] {
  const inSelection = [...new Set([...selected, ...mentionsInText(selection).map(({ id }) => id)])];
  const choices = [focused, inSelection, own === undefined ? [] : [own], papers.map(({ id }) => id)];
  return choices.find((ids) => ids.length > 0) ?? [];
}
