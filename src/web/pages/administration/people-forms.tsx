import type { Language, Person, Plan } from '../../../plan/types.ts';
import { planPeoplePath } from '../../administration-paths.ts';
import { InputField, SelectField } from '../../parts/fields.tsx';
import { FormToken } from '../../parts/form-token.tsx';
import type { Session } from '../../web-parts.ts';
import { peopleWords } from '../../wording/people-words.ts';
import type { PeoplePageProps } from './people-page.tsx';

interface FormProps {
  readonly plan: Plan;
  readonly session: Session;
  readonly language: Language;
  readonly refused: PeoplePageProps['refused'];
}

/** Gives a post to somebody whom the plan knows, or to somebody new. */
export function AddTenureForm({ plan, session, language, refused }: FormProps) {
  const say = peopleWords(language);
  const own = refused?.form === 'add' ? refused : undefined;
  const field = (name: string) => ({ name, id: `add-${name}`, typed: own?.typed, faults: own?.faults });
  return (
    <form class="form" method="post" action={`${planPeoplePath(plan.id)}/add`} novalidate>
      <FormToken session={session} />
      <SelectField
        {...field('post')}
        label={say.post}
        choices={plan.posts.map(({ id, title }) => ({ value: id, label: title[language] }))}
      />
      <SelectField
        {...field('person')}
        label={say.whoTakesOver}
        hint={say.someoneNewHint}
        choices={[
          { value: '', label: say.someoneNew },
          ...plan.people.map(({ id, name, email }) => ({ value: id, label: `${name[language]} (${email})` })),
        ]}
      />
      <InputField {...field('nameBn')} label={say.nameBn} maxlength={200} />
      <InputField {...field('nameEn')} label={say.nameEn} maxlength={200} />
      <InputField {...field('email')} label={say.email} type="email" inputmode="email" maxlength={254} />
      <LanguageField {...field('language')} language={language} />
      <InputField {...field('from')} label={say.from} type="date" hint={say.fromHint} />
      <InputField {...field('to')} label={say.to} type="date" hint={say.toHint} />
      <SelectField
        {...field('deputy')}
        label={say.as}
        hint={say.deputyHint}
        choices={[
          { value: 'no', label: say.inCharge },
          { value: 'yes', label: say.deputy },
        ]}
      />
      <p class="quiet">{say.notYet}</p>
      <button type="submit">{say.showDifference}</button>
    </form>
  );
}

/** Changes where a person's letters go, and their language. */
export function ChangePersonForm({ plan, person, session, language, refused }: FormProps & { person: Person }) {
  const say = peopleWords(language);
  const form = `change-${person.id}`;
  const own = refused?.form === form ? refused : undefined;
  const typed = own?.typed ?? { email: person.email, language: person.language ?? '' };
  const field = (name: string) => ({ name, id: `${form}-${name}`, typed, faults: own?.faults });
  return (
    <form class="form" method="post" action={`${planPeoplePath(plan.id)}/change`} novalidate>
      <FormToken session={session} />
      <input type="hidden" name="person" value={person.id} />
      <InputField {...field('email')} label={say.email} type="email" inputmode="email" maxlength={254} />
      <LanguageField {...field('language')} language={language} />
      <button class="second-button" type="submit">
        <span class="hidden">{`${say.changeOf(person.name[language])}: `}</span>
        {say.showDifference}
      </button>
    </form>
  );
}

function LanguageField(props: Omit<Parameters<typeof SelectField>[0], 'label' | 'choices'> & { language: Language }) {
  const { language, ...field } = props;
  const say = peopleWords(language);
  return (
    <SelectField
      {...field}
      label={say.language}
      choices={[
        { value: '', label: say.languageOfPlan },
        { value: 'bn', label: say.bengali },
        { value: 'en', label: say.english },
      ]}
    />
  );
}
