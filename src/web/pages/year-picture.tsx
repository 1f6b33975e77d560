import type { DeadlineOutcome } from '../../../machines/deadlines.ts';
import type { LocalDate } from '../../calendar/types.ts';
import { formatCode, formatDate, formatNumber } from '../../i18n/format.ts';
import { MONTHS } from '../../i18n/names.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { DRAWINGS, Icon, type Shape } from '../parts/status-mark.tsx';
import { indicatorPath } from '../paths.ts';
import type { PlanRow } from '../plan-view.ts';
import { planWords } from '../wording/plan-words.ts';
import { countByMonth, marksOf, monthsOf, OUTCOMES, placeOf } from '../year-picture.ts';

interface Props {
  readonly plan: Plan;
  readonly rows: readonly PlanRow[];
  readonly today: LocalDate;
  readonly language: Language;
}

/** More rows than this make a picture that nobody takes in: the months are counted instead. */
const MOST_ROWS = 40;

/** The style sheet gives the labels beside the picture the same heights. */
const HEAD = 28;
const LINE = 26;

/** A shape for each outcome, so that nobody has to tell colours apart. */
const SHAPES: Readonly<Record<DeadlineOutcome, Shape>> = {
  done: 'tick',
  late: 'lateTick',
  missed: 'cross',
  toCome: 'ring',
  onHold: 'pause',
  withdrawn: 'dash',
};

/** The year as a picture: each deadline as a mark on its day. For the eye; the table says the same in words. */
export function YearPicture({ plan, rows, today, language }: Props) {
  const say = planWords(language);
  const isFolded = rows.length > MOST_ROWS;
  const used = new Set(rows.flatMap(({ deadlines }) => deadlines.map(({ outcome }) => outcome)));
  const outcomes = OUTCOMES.filter((outcome) => used.has(outcome));
  return (
    <section class="year">
      <h2>{say.year}</h2>
      <p class="quiet">{isFolded ? say.yearFolded : say.yearLead}</p>
      <ul class="legend">
        {outcomes.map((outcome) => (
          <li class={`year-${outcome}`}>
            <Icon shape={SHAPES[outcome]} /> {say.outcome[outcome]}
          </li>
        ))}
      </ul>
      <div class={isFolded ? 'year-columns year-columns-wide' : 'year-columns'}>
        <ol class="year-labels">
          {isFolded
            ? outcomes.map((outcome) => <li>{say.outcome[outcome]}</li>)
            : rows.map(({ indicator: { code } }) => (
                <li>
                  <a href={indicatorPath(plan.id, code)}>{formatCode(code, language)}</a>
                </li>
              ))}
        </ol>
        {/* Focusable, so that the keyboard can push what is wider than a phone. */}
        <section class="year-frame" aria-label={say.year} tabindex={0}>
          <Year plan={plan} lines={isFolded ? outcomes.length : rows.length} today={today} language={language}>
            {isFolded ? (
              <Months plan={plan} rows={rows} outcomes={outcomes} language={language} />
            ) : (
              <Marks plan={plan} rows={rows} language={language} />
            )}
          </Year>
        </section>
      </div>
    </section>
  );
}

type YearProps = Omit<Props, 'rows'> & { readonly lines: number; readonly children?: unknown };

/** Months, lines and today. Widths are in percent, so that the picture fits a desk, a phone's frame and a sheet of paper. */
function Year({ plan, lines, today, language, children }: YearProps) {
  const say = planWords(language);
  const height = HEAD + lines * LINE;
  const now = placeOf(today, plan);
  return (
    <svg class="year-svg" width="100%" height={height} role="img" aria-label={`${say.year}. ${say.yearLead}`}>
      <defs>
        {OUTCOMES.map((outcome) => (
          <symbol class="year-shape" id={`year-${outcome}`} width="16" height="16" viewBox="0 0 16 16">
            {DRAWINGS[SHAPES[outcome]]()}
          </symbol>
        ))}
      </defs>
      {monthsOf(plan).map(({ month, from, to }, i) => (
        <>
          {i % 2 === 0 && <rect class="year-band" x={percent(from)} width={percent(to - from)} height={height} />}
          <text class="year-month" x={percent((from + to) / 2)} y="18">
            {language === 'bn' ? MONTHS.bn[month - 1] : MONTHS.en[month - 1]!.slice(0, 3)}
          </text>
        </>
      ))}
      {Array.from({ length: lines }, (_, line) => (
        <line class="year-line" x2="100%" y1={middle(line)} y2={middle(line)} />
      ))}
      {now !== null && (
        <g class="year-today">
          <line x1={percent(now)} x2={percent(now)} y1={HEAD - 4} y2={height} />
          <title>{`${say.today}: ${formatDate(today, language)}`}</title>
        </g>
      )}
      {children}
    </svg>
  );
}

function Marks({ plan, rows, language }: Omit<Props, 'today'>) {
  const say = planWords(language);
  return (
    <g transform="translate(-8 -8)">
      {rows.flatMap(({ indicator: { code }, deadlines }, line) =>
        marksOf(deadlines).map(({ due, outcome }) => (
          <g class={`year-${outcome}`}>
            <title>{`${formatCode(code, language)} · ${formatDate(due, language)} · ${say.outcome[outcome]}`}</title>
            <use href={`#year-${outcome}`} x={percent(placeOf(due, plan) ?? 100)} y={middle(line)} />
          </g>
        )),
      )}
    </g>
  );
}

/** A line for each outcome, and in each month how many there are. */
function Months(props: Omit<Props, 'today'> & { readonly outcomes: readonly DeadlineOutcome[] }) {
  const { plan, rows, outcomes, language } = props;
  const counts = countByMonth(rows);
  return (
    <>
      {outcomes.map((outcome, line) =>
        monthsOf(plan).map(({ id, from, to }) => {
          const count = counts.get(`${id} ${outcome}`);
          if (count === undefined) return null;
          const place = (from + to) / 2;
          return (
            <g class={`year-${outcome}`}>
              <g transform="translate(-16 -8)">
                <use href={`#year-${outcome}`} x={percent(place)} y={middle(line)} />
              </g>
              <text class="year-count" x={percent(place)} dx="4" y={middle(line) + 4}>
                {formatNumber(count, language)}
              </text>
            </g>
          );
        }),
      )}
    </>
  );
}

function middle(line: number): number {
  return HEAD + line * LINE + LINE / 2;
}

function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}
