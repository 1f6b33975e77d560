import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client';

/** The office's own sign-in, as the settings name it. */
export interface OidcSettings {
  /** The issuer's address; plain http only on this very machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says; a name of our own where none is set. */
  readonly label: string | undefined;
  /** With spaces between; `openid` is always among them. */
  readonly scopes: string;
  /** Whether an address counts that the provider does not call verified. */
  readonly trustEmail: boolean;
}

/** What the provider says of somebody. */
export interface OidcPerson {
  readonly email: string | null;
  readonly isVerified: boolean;
}

/** Seconds that the provider may take for one answer. */
const PATIENCE = 5;

/** Speaks to the provider, and knows it once it has answered. */
export class OidcProvider {
  readonly #settings: OidcSettings;
  readonly #callback: string;
  #known: Promise<Configuration> | null = null;

  constructor(settings: OidcSettings, baseUrl: string) {
    this.#settings = settings;
    this.#callback = `${baseUrl.replace(/\/$/, '')}/sign-in/oidc/callback`;
  }

  /** Where to send a browser. Rejects while the provider is away. */
  async addressFor(state: string, nonce: string, verifier: string): Promise<string> {
    const url = buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.#callback,
      scope: this.#settings.scopes,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  /** Who came back. Rejects when the provider is away, or when anything of its answer is not as it has to be. */
  async personFrom(answer: URLSearchParams, state: string, nonce: string, verifier: string): Promise<OidcPerson> {
    const configuration = await this.#configuration();
    const tokens = await authorizationCodeGrant(configuration, new URL(`${this.#callback}?${answer}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    const saysAddress = claims.email !== undefined || !configuration.serverMetadata().userinfo_endpoint;
    // By the standard an address asked for by scope may come only with the user info (OpenID Connect Core 1.0, 5.4).
    const { email, email_verified: verified } = saysAddress
      ? claims
      : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return { email: typeof email === 'string' ? email : null, isVerified: verified === true };
  }

  #configuration(): Promise<Configuration> {
    this.#known ??= this.#discover().catch((error) => {
      // The next to ask tries again.
      this.#known = null;
      throw error;
    });
    return this.#known;
  }

  #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const isPlain = new URL(issuer).protocol === 'http:';
    return discovery(new URL(issuer), clientId, undefined, asSupported(clientSecret), {
      // The signature is checked too, although the token comes straight from the provider.
      execute: [...(isPlain ? [allowInsecureRequests] : []), enableNonRepudiationChecks],
      timeout: PATIENCE,
    });
  }
}

/** The secret goes in the header, as is the default of the standard, unless the provider takes it in the form alone. */
function asSupported(secret: string): ClientAuth {
  const inHeader = ClientSecretBasic(secret);
  const inForm = ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const speak = methods.includes('client_secret_basic') ? inHeader : inForm;
    speak(server, client, body, headers);
  };
}
