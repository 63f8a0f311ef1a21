/** Isolates of the Unicode bidirectional algorithm (UAX 9): what stands inside does not turn round what stands beside it. */
const [leftToRightIsolate, firstStrongIsolate, popIsolate] = ['\u2066', '\u2068', '\u2069'];

/** A host or code inside a sentence from right to left. */
export const leftToRight = (text: string): string => `${leftToRightIsolate}${text}${popIsolate}`;

/** A name, title or date of whatever language inside a sentence from right to left. */
export const isolated = (text: string): string => `${firstStrongIsolate}${text}${popIsolate}`;
