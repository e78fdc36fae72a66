// What both clients from npm have in common: connections, keys, and words for what came back.
import { webcrypto } from 'node:crypto';
import { load } from './lines.mjs';

const { Agent, fetch } = await load('undici');

/** A fetch that trusts the authority, with the client's certificate where it has one. */
export function connections({ authority, certificate, key }) {
  const dispatcher = new Agent({ connect: { ca: authority, cert: certificate, key } });
  return {
    fetch: (url, options) => fetch(url, { ...options, dispatcher }),
    close: () => dispatcher.close(),
  };
}

/** The private key of an assertion, with the registered kid. */
export async function privateKey({ jwk, kid }) {
  const key = await webcrypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  return { key, kid };
}

/** What a request is sent with where the proof is to be for another address. */
export const elsewhere = (header, claims) => {
  claims.htu += '/elsewhere';
};

/** Of RFC 7636 Appendix B. */
export const challenge = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' };

export const token = (response) => (/^bearer$/i.test(response.token_type) ? 'token' : 'DPoP token');

export const activity = (response) => (response.active ? 'active' : 'inactive');

/** Status and error of what the library throws for a refusal; anything else goes on. */
export async function refusal(error) {
  const response = error.response ?? error.cause;
  if (error.error) {
    return `${error.status} ${error.error}`;
  }
  if (response instanceof Object && typeof response.status === 'number' && !response.bodyUsed) {
    return `${response.status} ${(await response.json()).error}`;
  }
  throw error;
}
