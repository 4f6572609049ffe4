/** The whole worker of the extension that the benchmarks compare with: it answers. */
declare const chrome: {
  runtime: {
    onMessage: {
      addListener(listener: (message: unknown, sender: unknown, respond: (answer: string) => void) => void);
    };
  };
};

chrome.runtime.onMessage.addListener((_message, _sender, respond) => respond('pong'));
