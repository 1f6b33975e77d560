import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Who is at the provider, and what it says of that person. */
export interface PersonThere {
  readonly email: string;
  readonly verified: boolean | undefined;
}

export interface TestOidcServer {
  readonly issuer: string;
  /** Who is signed in there from now on. */
  person: PersonThere;
  /** Whether addresses stand in the ID token itself, or only in the user info. */
  inIdToken: boolean;
  /** Changes the ID token on its way to us. */
  tamper: ((idToken: string) => string) | null;
  close(): Promise<void>;
}

export const CLIENT = { clientId: 'suchok', clientSecret: 'a secret of the test, long enough for anybody' };

/** A real OpenID provider on a port of its own, at which somebody is always signed in already. */
export async function startOidcServer(redirectUris: (origin: string) => readonly string[]): Promise<TestOidcServer> {
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => {};
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: TestOidcServer = {
    issuer,
    person: { email: 'nobody@elsewhere.example', verified: true },
    inIdToken: true,
    tamper: null,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
  const providers = [true, false].map((inIdToken) => makeProvider(issuer, redirectUris(issuer), inIdToken, state));
  handle = async (request, response) => {
    const provider = providers[state.inIdToken ? 0 : 1]!;
    if (request.url?.startsWith('/interaction/')) return letIn(provider, request, response);
    if (request.url === '/token' && state.tamper) changeIdToken(response, state.tamper);
    return provider.callback()(request, response);
  };
  return state;
}

function makeProvider(issuer: string, redirects: readonly string[], inIdToken: boolean, state: TestOidcServer) {
  const quiet = console.warn;
  // It warns that its keys are for development; that is what they are for.
  console.warn = () => {};
  try {
    return new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: redirects,
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: !inIdToken,
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      cookies: { keys: ['keys of the test'] },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      findAccount: (_: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ sub, email: state.person.email, email_verified: state.person.verified }),
      }),
    });
  } finally {
    console.warn = quiet;
  }
}

/** Whoever comes is signed in at once, and agrees to everything. */
async function letIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params, prompt, session, grantId } = await provider.interactionDetails(request, response);
  const accountId = session?.accountId ?? 'somebody';
  if (prompt.name === 'login') {
    return provider.interactionFinished(request, response, { login: { accountId } });
  }
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: grantId ?? (await grant.save()) };
  return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

function changeIdToken(response: ServerResponse, tamper: (idToken: string) => string): void {
  const end = response.end.bind(response) as (body: string) => ServerResponse;
  response.end = ((body: string | Buffer) => {
    const answer = JSON.parse(String(body)) as { id_token: string };
    const changed = JSON.stringify({ ...answer, id_token: tamper(answer.id_token) });
    response.setHeader('content-length', Buffer.byteLength(changed));
    return end(changed);
  }) as ServerResponse['end'];
}
