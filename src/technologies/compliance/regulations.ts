/** A law that records are checked against, or a part of one with a date of its own. */
export interface Regulation {
  /** How messages name it. */
  readonly title: string;
  readonly url: string;
  /** The day from which it applies, `YYYY-MM-DD`. */
  readonly since: string;
  /** Where its date was read, if the text of the law does not say it. */
  readonly dateSource?: string;
  /** Where it holds, as `spec.jurisdictions` writes it. */
  readonly jurisdictions: readonly string[];
}

/** The day on which all dates below were last compared with their sources. */
export const datesChecked = '2026-11-23';

const aiAct = 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj';
// The dates as the Digital Omnibus on AI moved them (Parliament 16 June, Council 29 June 2026). The text in the
// Official Journal was not at hand, so each date cites the report that it was read in.
const omnibus =
  'https://recordofrecord.com/articles/2026-07-02-eu-council-seals-ai-act-omnibus-leaving-august-2-transparency-deadline-intact';
const eu = ['EU'];
const euAndUk = ['EU', 'UK'];

/** Laws and their days of application. */
export const regulations = {
  'ai-act-general': {
    title: 'AI Act',
    url: aiAct,
    since: '2025-02-02',
    jurisdictions: eu,
  },
  'ai-act-high-risk': {
    title: 'AI Act',
    url: aiAct,
    since: '2027-12-02',
    dateSource: omnibus,
    jurisdictions: eu,
  },
  'ai-act-transparency': {
    title: 'AI Act',
    url: aiAct,
    since: '2026-08-02',
    dateSource: omnibus,
    jurisdictions: eu,
  },
  gdpr: {
    title: 'GDPR',
    url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    since: '2018-05-25',
    jurisdictions: euAndUk,
  },
  'uk-automated-decisions': {
    title: 'UK GDPR',
    url: 'https://www.legislation.gov.uk/ukpga/2025/18/section/80',
    since: '2026-02-05',
    dateSource: 'https://www.legislation.gov.uk/uksi/2026/82/regulation/2/made',
    jurisdictions: ['UK'],
  },
  dsa: {
    title: 'DSA',
    url: 'https://eur-lex.europa.eu/eli/reg/2022/2065/oj',
    since: '2024-02-17',
    jurisdictions: eu,
  },
} as const satisfies Readonly<Record<string, Regulation>>;

/** Name of a law in the table. */
export type RegulationId = keyof typeof regulations;

/** Practices of Article 5 of the AI Act, as `spec.aiAct.practices` names them, with the day of their ban. */
export const prohibitedPractices: Readonly<Record<string, string>> = {
  'subliminal-manipulation': '2025-02-02',
  'exploiting-vulnerabilities': '2025-02-02',
  'social-scoring': '2025-02-02',
  'crime-prediction-by-profiling': '2025-02-02',
  'untargeted-face-scraping': '2025-02-02',
  'emotion-recognition-at-work-or-school': '2025-02-02',
  'biometric-categorisation-of-sensitive-traits': '2025-02-02',
  'real-time-remote-biometric-identification': '2025-02-02',
  // Added by the Digital Omnibus on AI.
  'non-consensual-intimate-imagery': '2026-12-02',
  'child-sexual-abuse-material': '2026-12-02',
};

/** Countries and regions of clouds whose processing is no transfer out of the UK and the EEA: their beginnings. */
export const regionsWithoutTransfer: readonly string[] = [
  'eu',
  'europe',
  'uk',
  'westeurope',
  'northeurope',
  'uksouth',
  'ukwest',
  'francecentral',
  'francesouth',
  'germany',
  'norway',
  'sweden',
  'italynorth',
  'polandcentral',
  'spaincentral',
  'eea',
];
