/** The whole worker of the extension that the benchmarks compare with: it answers. */
type Listener = (message: unknown, sender: unknown, respond: (answer: string) => void) => void;

declare const chrome: { runtime: { onMessage: { addListener(listener: Listener): void } } };

chrome.runtime.onMessage.addListener((_message, _sender, respond) => respond('pong'));
