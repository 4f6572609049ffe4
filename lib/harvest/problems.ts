import type { AskingProblem } from '../answers';
import type { HarvestProblem } from '../harvesting';

/** What is wrong, as sentences for the person: what, and what to do. What has come so far is kept in every case. */
export const SENTENCES: Record<AskingProblem | HarvestProblem, string> = {
  busy: 'arXiv asks to be left alone for a while. It will be asked again automatically.',
  offline: 'arXiv cannot be reached. Is this machine online? It will be asked again automatically.',
  foreign:
    'The network answered in the place of arXiv. Does it want you to sign in? arXiv will be asked again automatically.',
  slow: 'arXiv did not answer in time. It will be asked again automatically.',
  failed: 'arXiv could not answer. It will be asked again automatically.',
  unsaved: 'What arXiv sent could not be put on disk. Is the disk full? Free some space, and go on.',
  refused: 'arXiv refused the request. Press Go on to try once more; if that does not help, cancel.',
  unreadable: 'What arXiv sent breaks off before its end. It is asked for the same once more.',
  expired: 'arXiv has forgotten how far its list had come. The list begins anew; what has come is kept.',
  endless: 'arXiv’s list leads back to an earlier part of it. The list begins anew; what has come is kept.',
};
