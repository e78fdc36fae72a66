// What both clients from npm have in common: connections, credentials, and words for what came back.
import { webcrypto } from 'node:crypto';
import { load, serve } from './lines.mjs';

const { Agent, fetch } = await load('undici');

/** A fetch that trusts the authority, with the client's certificate where it has one. */
function connections({ authority, certificate, key }) {
  const dispatcher = new Agent({ connect: { ca: authority, cert: certificate, key } });
  return {
    fetch: (url, options) => fetch(url, { ...options, dispatcher }),
    close: () => dispatcher.close(),
  };
}

/** The private key of an assertion, with the registered kid. */
async function privateKey({ jwk, kid }) {
  const key = await webcrypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  return { key, kid };
}

/** How the client of a job authenticates. Both libraries have the same functions for it. */
export async function authentication(library, { method, secret, jwk, kid }) {
  switch (method) {
    case 'client_secret_post':
      return library.ClientSecretPost(secret);
    case 'client_secret_jwt':
      return library.ClientSecretJwt(secret);
    case 'private_key_jwt':
      return library.PrivateKeyJwt(await privateKey({ jwk, kid }));
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
      return library.TlsClientAuth();
    default:
      return library.ClientSecretBasic(secret);
  }
}

/** What a request is sent with where the proof is to be for another address. */
export const elsewhere = (header, claims) => {
  claims.htu += '/elsewhere';
};

/** Of RFC 7636 Appendix B. */
export const challenge = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' };

export const token = ({ token_type: type }) =>
  /^bearer$/i.test(type) ? 'token' : /^dpop$/i.test(type) ? 'DPoP token' : `${type} token`;

export const activity = (response) => (response.active ? 'active' : 'inactive');

/** Status and error of what the library throws for a refusal; anything else goes on. */
async function refusal(error) {
  const response = error.response ?? error.cause;
  if (error.error) {
    return `${error.status} ${error.error}`;
  }
  if (response instanceof Object && typeof response.status === 'number' && !response.bodyUsed) {
    return `${response.status} ${(await response.json()).error}`;
  }
  throw error;
}

/** The first line says which server is asked; each further one is a job, answered with the words that `act` has for it. */
export async function serveJobs(act) {
  let server;
  await serve(async (line) => {
    if (!server) {
      server = line;
      return { ready: true };
    }

    const { fetch, close } = connections({ ...server, ...line });
    try {
      return { said: await act(line, fetch, server).catch(refusal) };
    } finally {
      await close();
    }
  });
}
