import { nameOf, type Paper } from '../paper';
import { onOneLine } from './text';

/** What kind of text a paper is to a bibliography: published in a journal, at a conference, or on arXiv alone. */
export type Publication = 'article' | 'conference' | 'preprint';

/** What names a journal, also where it says whose it is: "Transactions of the ACL". */
const JOURNAL = /^J\. |\b(?:journal|transactions|letters|annals|review|tmlr|jmlr|tacl)\b/i;

/** What names a conference: a word for one, or the letters by which it goes. */
const CONFERENCE_WORD = /\b(?:proceedings|proc\.|conference|workshops?|symposium|congress)/i;
const CONFERENCE_NAME =
  /\b(?:NeurIPS|NIPS|ICML|ICLR|COLM|AISTATS|UAI|COLT|AAAI|IJCAI|ECAI|AAMAS|KDD|WWW|WSDM|CIKM|SIGIR|ECIR|RecSys|A?ACL|NAACL|EACL|EMNLP|COLING|CoNLL|LREC|CVPR|ICCV|ECCV|WACV|BMVC|3DV|MICCAI|SIGGRAPH|ICASSP|Interspeech|INTERSPEECH|ICRA|IROS|CoRL|RSS|CHI|UIST|FAccT|FOCS|STOC|SODA|ITCS|ICALP|PODS|SIGMOD|VLDB|ICDE|OSDI|SOSP|NSDI|ASPLOS|ISCA|MLSys|CCS|CRYPTO|EUROCRYPT|ICSE|FSE|POPL|PLDI)\b/;

/** Tells by the venue which kind it is. A venue that names no conference is taken for a journal. */
export function publicationOf({ venue = '' }: Pick<Paper, 'venue'>): Publication {
  if (!onOneLine(venue)) return 'preprint';
  const isConference = !JOURNAL.test(venue) && (CONFERENCE_WORD.test(venue) || CONFERENCE_NAME.test(venue));
  return isConference ? 'conference' : 'article';
}

/** What a paper is called, on one line; by its id where no more is known. */
export function titleOf({ id, title }: Paper): string {
  return nameOf({ id, title: onOneLine(title) });
}

/** Year, month and day of the first version, as far as they are known: year and month always are, by the id. */
export function publishedOf({
  id,
  published,
}: Pick<Paper, 'id' | 'published'>): [year: string, month: string, day?: string] {
  const [, year, month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(published ?? '') ?? [];
  if (year) return [year, month, day];
  const [, yy = '', mm = ''] = /^(?:.*\/)?(\d\d)(\d\d)/.exec(id) ?? [];
  return [`${yy >= '91' ? '19' : '20'}${yy}`, mm];
}
