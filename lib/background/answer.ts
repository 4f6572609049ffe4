import { browser } from 'wxt/browser';
import { admit, type Requests, type Sender, whoAsks } from '../messages/admission';
import { onMessage, type WorkerCommands } from '../messages/protocol';

type Answers = {
  [Command in keyof WorkerCommands]: (
    request: Requests[Command],
    sender: Sender,
  ) => Promise<Awaited<ReturnType<WorkerCommands[Command]>>>;
};

/** Answers every command that reaches the worker and is admitted; a refusal reaches whoever asked. */
export function answerMessages(answers: Answers): void {
  for (const command of Object.keys(answers) as (keyof WorkerCommands)[]) answerTo(command, answers[command]);
}

function answerTo<Command extends keyof WorkerCommands>(command: Command, answer: Answers[Command]): void {
  const own = { id: browser.runtime.id, base: browser.runtime.getURL('/') };
  onMessage(command, async ({ data, sender }) => answer(admit(whoAsks(sender, own), command, data), sender));
}
