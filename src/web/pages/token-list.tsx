import { HOME_ZONE } from '../../calendar/home-zone.ts';
import { SCOPES, type StoredToken } from '../../db/queries/api-tokens.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../plan/types.ts';
import { AccountMenu } from '../parts/account-menu.tsx';
import { FaultSummary, type FormFaults, InputField, SelectField, type Typed } from '../parts/fields.tsx';
import { FormToken } from '../parts/form-token.tsx';
import { Moment } from '../parts/time.tsx';
import { API_DOCS_PATH, TOKENS_PATH } from '../paths.ts';
import type { Session } from '../web-parts.ts';
import { tokenWords } from '../wording/token-words.ts';

/** How many days a token may be good for; `none` for one that is good until it is revoked. */
export const TOKEN_LASTS = ['30', '90', '365', 'none'] as const;

interface TokenListProps {
  readonly tokens: readonly StoredToken[];
  readonly session: Session;
  readonly language: Language;
  /** The secret of the one just made: the only time that it is shown. */
  readonly made?: string | undefined;
  readonly typed?: Typed | undefined;
  readonly chosen?: readonly string[] | undefined;
  readonly faults?: FormFaults | undefined;
}

/** One's tokens, each with a button to revoke it, and a form for a new one. */
export function TokenList(props: TokenListProps) {
  const { tokens, session, language, made, typed, chosen = ['read'], faults = {} } = props;
  const say = tokenWords(language);
  const scopes = SCOPES.filter((scope) => scope !== 'administer' || session.viewer.isAdministrator);
  return (
    <>
      <AccountMenu current="tokens" language={language} />
      <div class="heading">
        <h1>{say.tokens}</h1>
        <p class="quiet">{say.lead}</p>
        <p>
          <a href={API_DOCS_PATH}>{say.docs}</a>
        </p>
      </div>
      {made && (
        <section class="made-secret" role="status" aria-labelledby="made">
          <h2 id="made">{say.made}</h2>
          <p>{say.madeAdvice}</p>
          <p>
            <code class="secret">{made}</code>
          </p>
        </section>
      )}
      {tokens.length === 0 ? (
        <p class="quiet">{say.none}</p>
      ) : (
        <Tokens tokens={tokens} session={session} language={language} />
      )}
      <section class="form-section" aria-labelledby="new">
        <h2 id="new">{say.newToken}</h2>
        <FaultSummary title={say.problem} faults={faults} />
        <form method="post" action={TOKENS_PATH} class="form">
          <FormToken session={session} />
          <InputField
            name="name"
            label={say.name}
            hint={say.nameHint}
            maxlength={100}
            required
            typed={typed}
            faults={faults}
          />
          <fieldset class={faults.scopes ? 'field field-faulty' : 'field'} id="scopes" tabindex={-1}>
            <legend>{say.scopes}</legend>
            {faults.scopes && <p class="form-fault">{faults.scopes}</p>}
            {scopes.map((scope) => (
              <label class="check">
                <input type="checkbox" name="scopes" value={scope} checked={chosen.includes(scope)} />
                <span>{say.scope[scope]}</span>
              </label>
            ))}
          </fieldset>
          <SelectField
            name="lasts"
            label={say.lasts}
            typed={{ lasts: typed?.lasts ?? '90' }}
            faults={faults}
            choices={TOKEN_LASTS.map((value) => ({
              value,
              label: value === 'none' ? say.forEver : say.days(formatNumber(Number(value), language)),
            }))}
          />
          <button type="submit">{say.make}</button>
        </form>
      </section>
    </>
  );
}

function Tokens({ tokens, session, language }: Pick<TokenListProps, 'tokens' | 'session' | 'language'>) {
  const say = tokenWords(language);
  return (
    <div class="table-frame">
      <table class="list-table">
        <caption class="hidden">{say.tokens}</caption>
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.scopes}</th>
            <th scope="col">{say.createdAt}</th>
            <th scope="col">{say.lastUsed}</th>
            <th scope="col">{say.expires}</th>
            <th scope="col">{say.revoke}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ id, name, scopes, createdAt, lastUsedAt, expiresAt }) => (
            <tr class="row">
              <th class="title breakable" scope="row">
                {name}
              </th>
              <td data-label={say.scopes}>{scopes.map((scope) => say.scope[scope]).join('; ')}</td>
              <td data-label={say.createdAt}>
                <Moment at={createdAt} zone={HOME_ZONE} language={language} />
              </td>
              <td data-label={say.lastUsed}>
                {lastUsedAt === null ? say.never : <Moment at={lastUsedAt} zone={HOME_ZONE} language={language} />}
              </td>
              <td data-label={say.expires}>
                {expiresAt === null ? say.forEver : <Moment at={expiresAt} zone={HOME_ZONE} language={language} />}
              </td>
              <td data-label="">
                <form method="post" action={`${TOKENS_PATH}/${id}/revoke`}>
                  <FormToken session={session} />
                  <button class="quiet-button" type="submit" aria-label={`${say.revoke}: ${name}`}>
                    {say.revoke}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
