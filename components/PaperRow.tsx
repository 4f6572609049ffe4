import { PaperParts, type PaperPartsProps } from './PaperParts';

/** One paper in a list of papers. */
export function PaperRow({ paper, keeping, ...rest }: PaperPartsProps) {
  return (
    <li class="row" data-arxiv-id={paper.id} data-state={keeping.now(paper).state}>
      <PaperParts paper={paper} keeping={keeping} {...rest} />
    </li>
  );
}
