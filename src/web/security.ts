import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'"],
  frameSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** For pages that follow along while others act: our own script file, which may ask our own host. No inline script. */
export const LIVE_POLICY = Object.entries({ ...POLICY, scriptSrc: ["'self'"], connectSrc: ["'self'"] })
  .map(([name, sources]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${sources.join(' ')}`)
  .join('; ');

/**
 * What browsers may do with our pages: show them, with our own style sheet, fonts and icon. No script runs, nothing is
 * loaded from another host, and nobody may put a page into a frame of theirs. A route may set a policy of its own.
 */
export function security(baseUrl: string): MiddlewareHandler {
  return secureHeaders({
    overwrite: false,
    contentSecurityPolicy: POLICY,
    xFrameOptions: 'DENY',
    // Browsers would give a letter in its sandbox another origin key than the page around it, and say so in the console.
    originAgentCluster: false,
    referrerPolicy: 'same-origin',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
    // Promised only where people come by https: a browser would refuse a plain address for months afterwards.
    strictTransportSecurity: baseUrl.startsWith('https:') ? 'max-age=15552000' : false,
  });
}

/** Whether a form comes from a page of ours: by the address that people use, or by the one that was asked here. */
export function isOwnOrigin(baseUrl: string): (origin: string, c: Context) => boolean {
  const { origin: known } = new URL(baseUrl);
  return (origin, c) => origin === known || origin === new URL(c.req.url).origin;
}

/** For files that people uploaded: should a browser show one after all, nothing in it runs, loads or belongs to us. */
export const DOWNLOAD_POLICY = "default-src 'none'; sandbox";

/** For a letter's own HTML, shown in a frame: its inline looks and nothing else; no script, no form, no loading. */
export const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'; " +
  'sandbox allow-top-navigation-by-user-activation';
