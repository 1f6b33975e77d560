import { ADMINISTRATOR } from '../../test/web/pages.ts';

/** A picture of a page, or of a part of one. */
export interface Shot {
  readonly name: string;
  /** `LETTER` in it stands for a letter of the picture's language. */
  readonly path: string;
  /** Who looks. */
  readonly as: string;
  /** Width of the window in pixels of a page. */
  readonly width: number;
  /** The part that is shown, down to this many pixels at most; the whole window where none is named. */
  readonly part?: string;
  readonly height: number;
}

const PHONE = 360;
const DESK = 1200;
const MINISTRY = '/plans/mowca-2021-22';
const FOCAL_POINT = 'programmer@mowca.example';
/** The focal point of an office that has no offices below it. */
const WITHOUT_OFFICES = 'programme.officer@dwa.example';

/** The pictures of the help pages, each in both languages. */
export const HELP_SHOTS: readonly Shot[] = [
  { name: 'my-work', path: '/my-work', as: WITHOUT_OFFICES, width: PHONE, part: 'main', height: 620 },
  { name: 'record', path: `${MINISTRY}/indicators/1.2.1`, as: FOCAL_POINT, width: PHONE, part: '#record', height: 640 },
  { name: 'plan', path: MINISTRY, as: 'admin1@mowca.example', width: DESK, part: 'main', height: 720 },
  { name: 'offices', path: '/offices?year=2021-22', as: ADMINISTRATOR, width: DESK, part: 'main', height: 620 },
  {
    name: 'waiting',
    path: '/offices/escalations',
    as: 'addl.secretary.admin@mowca.example',
    width: PHONE,
    part: 'main',
    height: 640,
  },
  {
    name: 'people',
    path: '/administration/plans/mowca-2021-22/people',
    as: ADMINISTRATOR,
    width: DESK,
    part: 'main',
    height: 560,
  },
  {
    name: 'report',
    path: `${MINISTRY}/reports/progress`,
    as: FOCAL_POINT,
    width: DESK,
    part: 'main',
    height: 760,
  },
  { name: 'letter', path: '/messages/LETTER/body', as: ADMINISTRATOR, width: 560, height: 760 },
  { name: 'preferences', path: '/account/preferences', as: FOCAL_POINT, width: PHONE, part: 'main', height: 640 },
];

/** The pictures of the README, by their files in `docs/pictures`. */
export const README_SHOTS: readonly (Shot & { readonly language: 'bn' | 'en' })[] = [
  { name: 'plan-page', path: MINISTRY, as: 'admin1@mowca.example', language: 'bn', width: 1280, height: 1040 },
  { name: 'my-work', path: '/my-work', as: WITHOUT_OFFICES, language: 'en', width: PHONE, height: 760 },
];
