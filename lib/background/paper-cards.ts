import type { Making } from '../answers';
import { CITATION_STYLES } from '../exchange/citation/styles';
import type { Library } from '../library';
import { cardSheet } from '../looks/card';
import { making, type Said, type Surroundings } from '../looks/making';
import type { MaybeAct, Drawing, MarkupElement, Sheet } from '../markup';
import type { PaperId, Recognition } from '../paper';
import { act, type Place } from './acts';

/** The card of a paper, after what a person did on it. */
export async function showCard(
  library: Library,
  { by, ...request }: { id: PaperId; by: Recognition } & MaybeAct,
  place: Place,
): Promise<Sheet & Drawing> {
  const { said, refused, undo: _undo, ...done } = await act(library, request, place);
  const [card, draw] = await Promise.all([library.card(request.id), surroundings(library)]);
  const sheet = cardSheet(card, by, draw(request.name ? { ...said } : undefined));
  return { ...sheet, ...done, ...(refused && { refused: cardSheet(card, by, draw(refused)).content }) };
}

/** What can be made of a paper, after what a person did with it. */
export async function showMaking(library: Library, request: { id: PaperId } & MaybeAct, place: Place): Promise<Making> {
  const { said, refused, ...done } = await act(library, request, place);
  const [card, draw] = await Promise.all([library.card(request.id), surroundings(library)]);
  const content = (about?: Said): MarkupElement => making(card, draw(about));
  return {
    content: content(request.name ? { ...said } : undefined),
    ...done,
    ...(refused && { refused: content(refused) }),
  };
}

async function surroundings(library: Library): Promise<(said?: Said) => Surroundings> {
  const tags = await library.tags();
  const styles = CITATION_STYLES.map(({ name }) => name);
  return (said) => ({ tags, styles, said });
}
