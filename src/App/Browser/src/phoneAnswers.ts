import { clock, dayOf, fill, verdict, zoneIn, type Finding, type Problem, type Shift, type Verdict } from './offlineAnswers';
import type { OfflineSet } from './offlineSet';
import { readPresentation, type Presentation, type PresentationFault } from './phonePresentation';

/**
 * What a phone shows without a network (ADR 47): it proves what the town issued to this phone; whether that still counts only the set
 * knows, and the answer says when there is none.
 */
export async function answerPhone(shift: Shift, set: OfflineSet | undefined, text: string, zoneId: string, now: number): Promise<Verdict | Problem> {
  const shown = await readPresentation(text, shift, now);
  if (typeof shown === 'string') return problemOf(shift, shown);
  const alive = set?.isAlive(now) && set.header.zones.includes(zoneId) ? set : undefined;
  return verdict(shift, { ...(await judge(shift, alive, shown, zoneId, now)), plate: shown.plates.join(', '), here: zoneId, source: sourceOf(shift, alive) }, now);
}

/** Why what a phone shows is not believed, and what to do next. */
export const problemOf = ({ texts }: Shift, fault: PresentationFault): Problem => ({ title: texts[`${fault}PhoneTitle`] ?? '', nextStep: texts[`${fault}Phone`] ?? '' });

type Judgement = Pick<Finding, 'state' | 'title' | 'permit' | 'remark'>;

async function judge({ texts, ...rest }: Shift, set: OfflineSet | undefined, shown: Presentation, here: string, now: number): Promise<Judgement> {
  const day = dayOf(now);
  const permit = shown.zone;
  if (day < shown.from || day > shown.until) return { state: 'not-valid', title: texts['phoneOver'], permit };
  const known = set && (await zoneIn(set, { texts, ...rest }, shown.plates, day, now));
  if (known !== undefined) return known === here ? { state: 'valid', title: texts['valid'], permit: known } : { state: 'not-valid', title: texts['notValidHere'], permit: known };
  if (permit !== here) return { state: 'not-valid', title: texts['notValidHere'], permit };
  if (!set) return { state: 'valid', title: texts['phoneGood'], permit, remark: texts['sealOnly'] };
  // A copy bears the day it was made on: one of the set's own day may be younger than the set.
  return shown.issuedAt < startOfDay(set.header.builtAt)
    ? { state: 'not-valid', title: texts['phoneMissing'], permit }
    : { state: 'unknown', title: texts['phoneYounger'], permit };
}

/** Days of copies begin at midnight UTC (unlinkability rule U5). */
const startOfDay = (at: number): number => at - (at % 86_400_000);

const sourceOf = (shift: Shift, set: OfflineSet | undefined): string =>
  set ? fill(shift.texts['phoneSource'], clock(shift, set.header.builtAt)) : (shift.texts['phoneNoSet'] ?? '');
