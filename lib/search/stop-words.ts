/**
 * English words that say how a sentence hangs together and nothing about its subject, as the tokenizer leaves them
 * (`don` is what remains of "don't"). Kept short on purpose: a word that anyone might search for is not in it.
 */
export const stopWords: ReadonlySet<string> = new Set(
  [
    'a an the this that these those such',
    'i me my we us our ours you your he him his she her it its itself they them their theirs themselves',
    'who whom whose which what when where why how whether',
    'and or but nor yet so if then else than as because while whereas although though unless until since despite',
    'about above across after against along among around at before below between by due during for from in into of off',
    'on onto out over per through throughout to toward towards under up upon via with within without',
    'am is are was were be been being do does did done has have had having can could may might must shall should will',
    'would cannot don doesn didn isn aren wasn weren won can couldn wouldn shouldn hasn haven hadn',
    'all also any both each either every few here however less many more moreover most much neither no not only other',
    'others overall own rather same several some still there therefore thus too very even just further furthermore',
    'et al eg ie etc',
  ].flatMap((line) => line.split(' ')),
);
