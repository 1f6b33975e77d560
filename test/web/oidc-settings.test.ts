import { describe, expect, it } from 'vitest';
import { readSettings, type SettingsError } from '../../src/settings.ts';

const ALL = {
  OIDC_ISSUER: 'https://login.office.example/',
  OIDC_CLIENT_ID: 'suchok',
  OIDC_CLIENT_SECRET: 'secret',
};

describe('The settings of an office’s own sign-in', () => {
  const faultsOf = (env: Record<string, string>) => {
    try {
      readSettings(env, 'config');
      return [];
    } catch (error) {
      return (error as SettingsError).faults;
    }
  };

  it('are off unless they are set', () => {
    expect(readSettings({}, 'config').oidc).toBeUndefined();
    expect(readSettings(ALL, 'config').oidc).toEqual({
      issuer: 'https://login.office.example/',
      clientId: 'suchok',
      clientSecret: 'secret',
      label: undefined,
      scopes: 'openid email',
      trustEmail: false,
    });
  });

  it('come together or not at all', () => {
    expect(faultsOf({ OIDC_ISSUER: ALL.OIDC_ISSUER })).toEqual([
      'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: set all three, or none',
    ]);
  });

  it.each([
    'http://login.office.example',
    'http://127.0.0.1.office.example',
    'login.office.example',
    'ftp://localhost',
  ])('take no issuer such as %s, to which secrets would go in the open', (issuer) => {
    expect(faultsOf({ ...ALL, OIDC_ISSUER: issuer })).toEqual([
      expect.stringMatching(/^OIDC_ISSUER: write it as https/),
    ]);
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost/realms/office', 'http://[::1]:8080'])('take %s', (issuer) => {
    expect(faultsOf({ ...ALL, OIDC_ISSUER: issuer })).toEqual([]);
  });

  it('tell every fault at once', () => {
    expect(faultsOf({ ...ALL, OIDC_SCOPES: 'email', OIDC_TRUST_EMAIL: 'perhaps' })).toHaveLength(2);
  });
});
