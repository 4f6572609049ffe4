/** What came of a question. */
export type Outcome<Answer> = { answer: Answer } | { error: unknown };

/**
 * Asks one question at a time. Of those that come up meanwhile only the newest is asked next, so that fast typing
 * never piles up questions and a slow answer never delays the newest by more than one.
 *
 * @param settle is told of every question that was asked, in order.
 */
export function newestOnly<Answer>(
  ask: (question: string) => Promise<Answer>,
  settle: (question: string, outcome: Outcome<Answer>) => void,
): (question: string) => void {
  let next: string | undefined;
  let isAsking = false;

  async function work(): Promise<void> {
    isAsking = true;
    while (next !== undefined) {
      const question = next;
      next = undefined;
      settle(question, await outcomeOf(ask(question)));
    }
    isAsking = false;
  }

  return (question) => {
    next = question;
    if (!isAsking) void work();
  };
}

async function outcomeOf<Answer>(answer: Promise<Answer>): Promise<Outcome<Answer>> {
  try {
    return { answer: await answer };
  } catch (error) {
    return { error };
  }
}
