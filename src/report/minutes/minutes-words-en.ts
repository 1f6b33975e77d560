import type { MinutesWords } from './minutes-words.ts';

export const ENGLISH_MINUTES_WORDS: MinutesWords = {
  chair: 'Chair',
  dateAndTime: 'Date and time',
  place: 'Place',
  attendance: 'Present',
  annex: (letter) => `Annex ${letter}`,
  asAnnex: (letter) => `as in Annex ${letter}`,
  members: {
    title: 'Signatures of the members present',
    columns: ['No.', 'Name and post', 'Part in the committee', 'Signature'],
  },
  opening: (chair, secretary, year) => [
    `The ${chair.toLowerCase()} welcomed those present and opened the meeting. ${
      secretary === null
        ? `The meeting reviewed the progress of the e-governance and innovation work plan ${year}.`
        : `With the permission of the chair the ${secretary} then reported the progress of the e-governance and innovation work plan ${year}.`
    }`,
  ],
  previousMeeting: (date) => `What became of the decisions of the meeting of ${date} was reviewed.`,
  previousDecision: (text) => `Earlier decision: ${text}`,
  outcome: 'Outcome',
  progressTold: (secretary, year, indicators) =>
    `${secretary === null ? 'The' : `The ${secretary} reported the`} progress of the indicators of the work plan. The progress of all ${indicators} indicators of the e-governance and innovation work plan ${year} (attached) was discussed in detail, as follows:`,
  agendaItem: (letter, subject) => `${letter}) Agenda: ${subject}`,
  discussion: 'Discussion',
  decision: 'Decision',
  implementer: 'To be implemented by',
  activities: 'Activities',
  target: 'target',
  progress: 'progress',
  progressColumns: ['Indicator', 'Target', 'Progress'],
  activityColumns: ['No.', 'Subject', 'Discussion and activities', 'Indicators and decisions'],
  decisionColumns: ['No.', 'Subject', 'Decision', 'To be implemented by'],
  indicatorColumns: ['Subject', 'Discussion', 'Decision', 'Implementation'],
  decided: 'After discussion the following decisions were taken unanimously.',
  decisionsTitle: 'Decisions of the review meeting:',
  decisionsOpening: 'After detailed discussion the following decisions were taken:',
  by: (text, date) => `${text} (by ${date})`,
  proposer: (designation) => `Proposed by: ${designation}`,
  obligation: (kind, target) => {
    if (kind === 'recurring') return `Has to be done every quarter, ${target} times in the year.`;
    if (kind === 'count') return `${target} have to be held.`;
    if (kind === 'percentage') return `${target} has to be achieved.`;
    return `Has to be completed by ${target}.`;
  },
  said: (secretary, progress) => (secretary === null ? `${progress}.` : `The ${secretary} reported: ${progress}.`),
  papersShown: (papers) => `The evidence (${papers}) was put before the meeting.`,
  closing: 'There being nothing else to discuss, the chair thanked all those present and closed the meeting.',
  distribution: 'Distribution (not in order of seniority):',
  marker: (number) => `${number})`,
  letters: 'abcdefghijklmnopqrstuvwxyz',
  blanks: { time: 'time', place: 'place', outcome: 'outcome', implementer: 'implementer' },
};
