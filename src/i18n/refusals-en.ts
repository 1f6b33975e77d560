import type { RefusalSentences } from './refusals.ts';

export const REFUSALS_EN: RefusalSentences = {
  evidenceMissing: (details) =>
    `Evidence is needed${details.around(" for the step '", 'step', "'")}. Add a paper by its memo number, title or address, and send it again.`,
  reasonMissing: () => 'No reason was given. Write the reason in a few words, and send it again.',
  stepUnknown: (details) =>
    `This indicator has no ${details.around("step '", 'step', "'") || 'such step'}. ${details.around('Name one of its steps: ', 'known', '.') || 'Look its steps up in the plan.'}`,
  stepOutOfOrder: (details) =>
    `The step${details.around(" '", 'step', "'")} cannot be completed yet. Complete ${details.around("the step '", 'missing', "'") || 'the steps before it'} first.`,
  stepAlreadyComplete: (details) =>
    `The step${details.around(" '", 'step', "'")} is complete already. There is nothing to do; go on with the next step.`,
  stepsIncomplete: (details) =>
    `The indicator cannot be achieved while steps are missing. Complete them first${details.around(': ', 'missing', '')}.`,
  occurrenceUnknown: (details) =>
    `This indicator has no ${details.around("occurrence '", 'occurrence', "'") || 'such occurrence'}. ${details.around('Name one of its occurrences: ', 'known', '.') || 'Look its occurrences up in the plan.'}`,
  occurrenceAlreadyHeld: (details) =>
    `The occurrence${details.around(" '", 'occurrence', "'")} is recorded as held already. If you mean another one, name it.`,
  occurrenceNotOwed: (details) =>
    `No occurrence is owed${details.around(' on ', 'on', '')}. Check the date${details.around(', or name one that is missing: ', 'missing', '')}.`,
  occurrencesIncomplete: (details) =>
    `The indicator cannot be achieved while occurrences are missing. Hold them first${details.around(': ', 'missing', '')}.`,
  numberInvalid: (details) =>
    `${details.text('value') || 'This'} is not a number that can be recorded. Give a whole number other than zero.`,
  numberBelowZero: (details) =>
    `This correction would take the total below zero${details.around('; it stands at ', 'total', '')}. Check the number, and take away no more than that.`,
  numberBelowTarget: (details) =>
    `The target${details.around(' of ', 'target', '')} is not reached${details.around('; the total is ', 'total', '')}. Record what is missing first.`,
  readingInvalid: (details) =>
    `${details.text('value') || 'This'} is not a percentage that can be recorded. Give a number from 0 to 100.`,
  readingMissing: (details) =>
    `No percentage has been recorded yet. Record where it stands first${details.around(' (the target is ', 'target', '%)')}.`,
  readingBelowTarget: (details) =>
    `The target${details.around(' of ', 'target', '%')} is not reached${details.around('; the latest reading is ', 'value', '%')}. Record a new reading once it is.`,
  dateInFuture: (details) => `${details.text('on') || 'The date'} has not come yet. Give the day on which it happened.`,
  dateOutsideYear: (details) =>
    `${details.text('on') || 'The date'} is not in this fiscal year. Give a day ${details.around('from ', 'opens', ' ')}${details.around('to ', 'closes', '') || 'within the year'}.`,
  notForThisKind: (details) => {
    const action = details.word('action', 'action');
    const kind = details.word('kind', 'indicatorKind');
    return `${action === '' ? 'This' : `'${action}'`} is not for an indicator of ${kind === '' ? 'this kind' : `the kind '${kind}'`}. Record its progress in the way of its kind.`;
  },
  onHold: (details) =>
    `The indicator is on hold${details.around(' (', 'reason', ')')}. Resume it first, then record its progress.`,
  notOnHold: () => 'The indicator is not on hold, so there is nothing to resume. Record its progress directly.',
  closed: (details) => {
    const status = details.word('status', 'workStatus');
    return `The indicator is closed${status === '' ? '' : ` (${status})`}. If something must change, reopen it first and give the reason.`;
  },
  notClosed: (details) => {
    const status = details.word('status', 'workStatus');
    return `The indicator is not closed${status === '' ? '' : ` (${status})`}, so there is nothing to reopen. Record its progress directly.`;
  },
  clockBackwards: () =>
    'Something later is recorded for this indicator already. Check the clock of the computer and send it again; the day on which it happened may lie earlier.',
};
