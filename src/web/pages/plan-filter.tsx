import { formatCode, formatNumber } from '../../i18n/format.ts';
import { words } from '../../i18n/words.ts';
import type { Language, Plan } from '../../plan/types.ts';
import { isOverdue } from '../parts/deadline.tsx';
import { type Choice, SelectField } from '../parts/fields.tsx';
import { postTitle } from '../parts/people.ts';
import { planPath } from '../paths.ts';
import { isDueSoon, isFiltered, type PlanRow, type PlanView, planViewPath, SORTS, STATUSES } from '../plan-view.ts';
import { capital } from '../wording/capital.ts';
import { planWords } from '../wording/plan-words.ts';
import { wordingIn } from '../wording/wording.ts';

interface Props {
  readonly plan: Plan;
  /** All rows of the plan. */
  readonly rows: readonly PlanRow[];
  readonly view: PlanView;
  readonly language: Language;
}

/** More than so many, and a list that opens is quicker to read than as many links. */
const LINKS = 6;

/** Which rows are shown, and in which order: each choice is a link to the page as it then looks. */
export function PlanFilter(props: Props) {
  const { plan, rows, view, language } = props;
  const say = planWords(language);
  const common = wordingIn(language);
  const number = (count: number) => formatNumber(count, language);
  const link = (change: Partial<PlanView>) => planViewPath(plan.id, view, change);
  const states = STATUSES.map((status) => ({ status, count: rows.filter((row) => row.view.status === status).length }));
  const deadlines = [
    { due: 'overdue', label: common.overdue, count: rows.filter(isOverdue).length },
    { due: 'soon', label: say.dueSoon, count: rows.filter(isDueSoon).length },
  ] as const;
  const isOpen = isFiltered(view) || view.sort !== 'code' || view.descending;
  return (
    <div class="filters">
      <details open={isOpen}>
        <summary>{say.filters}</summary>
        <Group label={common.status}>
          <Option href={link({ status: null })} label={say.everything} isOn={view.status === null} />
          {states
            .filter(({ status, count }) => count > 0 || status === view.status)
            .map(({ status, count }) => (
              <Option
                href={link({ status })}
                label={capital(words(language).workStatus[status])}
                count={number(count)}
                isOn={view.status === status}
              />
            ))}
        </Group>
        <Group label={say.deadline}>
          <Option href={link({ due: null })} label={say.everything} isOn={view.due === null} />
          {deadlines.map(({ due, label, count }) => (
            <Option href={link({ due })} label={label} count={number(count)} isOn={view.due === due} />
          ))}
        </Group>
        <Whose {...props} />
        <Activities {...props} />
        <Group label={say.sortBy}>
          {SORTS.map((sort) => (
            <Option
              href={link({ sort, descending: sort === 'points' })}
              label={say.sort[sort]}
              isOn={view.sort === sort}
            />
          ))}
          <Option href={link({ descending: !view.descending })} label={say.descending} isOn={view.descending} />
        </Group>
      </details>
      {isFiltered(view) && <a href={planPath(plan.id)}>{say.clearFilters}</a>}
    </div>
  );
}

function Whose(props: Props) {
  const { plan, rows, view, language } = props;
  const say = planWords(language);
  const posts = [...new Set(rows.flatMap(({ indicator }) => indicator.posts.focalPoint ?? []))];
  const mine = rows.some(({ isMine }) => isMine) || view.who === 'me' ? [{ value: 'me', label: say.mine }] : [];
  const choices = [...mine, ...posts.map((id) => ({ value: id, label: postTitle(plan.posts, id, language) }))];
  return <Choices {...props} name="who" label={say.who} choices={choices} />;
}

function Activities(props: Props) {
  const { plan, language } = props;
  const choices = plan.activities.map(({ code, title }) => ({
    value: code,
    label: `${formatCode(code, language)} ${title[language]}`,
  }));
  return <Choices {...props} name="activity" label={wordingIn(language).activity} choices={choices} />;
}

interface ChoicesProps extends Props {
  readonly name: 'who' | 'activity';
  readonly label: string;
  readonly choices: readonly Choice[];
}

function Choices({ plan, view, language, name, label, choices }: ChoicesProps) {
  const say = planWords(language);
  if (choices.length < 2) return null;
  if (choices.length > LINKS) {
    // The rest of the address goes along in fields that nobody sees.
    const { searchParams } = new URL(planViewPath(plan.id, view, { [name]: null }), 'http://localhost');
    return (
      <form class="filter-form" method="get" action={planPath(plan.id)}>
        {[...searchParams].map(([key, value]) => (
          <input type="hidden" name={key} value={value} />
        ))}
        <SelectField
          name={name}
          label={label}
          choices={[{ value: '', label: say.everything }, ...choices]}
          typed={{ [name]: view[name] ?? '' }}
        />
        <button class="quiet-button" type="submit">
          {say.show}
        </button>
      </form>
    );
  }
  return (
    <Group label={label}>
      <Option href={planViewPath(plan.id, view, { [name]: null })} label={say.everything} isOn={view[name] === null} />
      {choices.map(({ value, label: title }) => (
        <Option href={planViewPath(plan.id, view, { [name]: value })} label={title} isOn={view[name] === value} />
      ))}
    </Group>
  );
}

function Group({ label, children }: { label: string; children?: unknown }) {
  return (
    <nav class="filter" aria-label={label}>
      <span class="filter-name" aria-hidden="true">
        {label}
      </span>
      <span class="filter-choices">{children}</span>
    </nav>
  );
}

function Option({ href, label, count, isOn }: { href: string; label: string; count?: string; isOn: boolean }) {
  return (
    <a href={href} {...(isOn ? { 'aria-current': 'true' as const } : {})}>
      {label}
      {count !== undefined && <span class="quiet"> {count}</span>}
    </a>
  );
}
