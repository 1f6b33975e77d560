import type { ReportWords } from './report-words.ts';

const quarter = { q1: 'first quarter', q2: 'second quarter', q3: 'third quarter', q4: 'fourth quarter' } as const;

export const ENGLISH_REPORT_WORDS: ReportWords = {
  government: "Government of the People's Republic of Bangladesh",
  columns: {
    serial: 'No.',
    activity: 'Activity',
    indicator: 'Indicator',
    unit: 'Unit',
    weight: 'Weight',
    target: 'Target',
    progress: 'Progress',
    changes: 'Changed since the last report',
    remark: 'Remark',
    achieved: 'Achievement',
    percent: 'Percent of weight',
    claimed: 'Points claimed',
    evidenced: 'Points with evidence',
    evidence: 'Evidence',
    inQuarter: "Quarter's achievement",
    inYear: "Year's achievement",
    responsible: 'Responsible branch',
  },
  progressTitle: (year, which) =>
    `Progress report of the e-governance and innovation work plan ${year}${which === null ? '' : `, ${quarter[which]}`}`,
  assessmentTitle: (year, period) =>
    `${period === 'annual' ? 'Annual' : 'Half-yearly'} self-assessment of the e-governance and innovation work plan ${year}`,
  apaTitle: (year, which) =>
    `Annual performance agreement ${year}: progress of the e-governance and innovation work plan, ${quarter[which]} (form 2.2.2)`,
  asOf: 'As of',
  since: 'Last report',
  score: 'Points',
  scoreOf: (points, total) => `${points} of ${total}`,
  summary: 'In all',
  counted: (count, word) => `${count} ${word}`,
  equalWeights: 'The plan states no weights: all indicators count equally, as shares of 100 points.',
  noChange: 'no change',
  numberChange: (before, after) => `from ${before} to ${after}`,
  stepDone: (step, date) => `${step} (${date})`,
  achievedOn: (date) => `achieved on ${date}`,
  nextStep: (step) => `next step: ${step}`,
  dueBy: (date) => `due ${date}`,
  papers: (papers) => `evidence: ${papers}`,
  paperDated: (paper, date) => `${paper}, ${date}`,
  noPapers: 'no evidence on record',
  total: 'Total',
  arithmetic: (weight, percent, points) => `${weight} × ${percent} = ${points}`,
  claimedMeans:
    'Points claimed: by what is recorded as achieved. Points evidenced: by that part of it for which evidence is on record.',
  forecast: (now, ifMet) =>
    `If none of what is open is achieved, it comes to ${now} points; if all of it were achieved now, to ${ifMet}.`,
  withdrawn: (weight) => `The weight of withdrawn indicators, ${weight}, is left out of the total.`,
  to: 'To',
  prepared: 'Prepared by',
  approved: 'Approved by',
  memo: 'Memo number',
  date: 'Date',
  quarter,
  blanks: { memo: 'memo number', date: 'date', name: 'name and signature', post: 'post' },
  foot: (plan, version, on, hash, history) =>
    [
      `Plan ${plan}${version === null ? '' : `, version ${version}`}`,
      `recorded until ${on}`,
      ...(history === null ? [] : [`source: ${history}`]),
      `record ${hash}`,
    ].join(' · '),
};
