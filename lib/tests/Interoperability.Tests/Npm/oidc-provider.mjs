// node-oidc-provider over node:https, with everything it offers to authenticate clients. One listener asks for client certificates.
import { randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import { load, serve } from './lines.mjs';

const { Provider } = await load('oidc-provider');

// Port 0: the system chooses, and the first answer says which.
const listen = (options) =>
  new Promise((resolve, reject) => {
    const server = createServer(options);
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

const origin = (server) => `https://localhost:${server.address().port}`;

const certificateOf = (ctx) => {
  const peer = ctx.socket.getPeerCertificate();
  return peer?.raw ? new X509Certificate(peer.raw) : undefined;
};

async function signingKey() {
  const { privateKey } = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  return { ...(await webcrypto.subtle.exportKey('jwk', privateKey)), use: 'sig', alg: 'ES256' };
}

await serve(async ({ key, certificate, authority, clients, attester, initialAccessToken }) => {
  const main = await listen({ key, cert: certificate });
  const mtls = await listen({ key, cert: certificate, ca: authority, requestCert: true, rejectUnauthorized: false });
  const attesterKey = await webcrypto.subtle.importKey('jwk', attester, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']);
  const alias = (path) => `${origin(mtls)}${path}`;
  const provider = new Provider(origin(main), {
    clients,
    jwks: { keys: [await signingKey()] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    scopes: ['openid', 'offline_access', 'read', 'dcr'],
    clientAuthMethods: [
      'none',
      'client_secret_basic',
      'client_secret_post',
      'client_secret_jwt',
      'private_key_jwt',
      'tls_client_auth',
      'self_signed_tls_client_auth',
      'attest_jwt_client_auth',
      'attest_jwt_client_auth_dpop',
    ],
    discovery: {
      mtls_endpoint_aliases: {
        token_endpoint: alias('/token'),
        introspection_endpoint: alias('/token/introspection'),
        pushed_authorization_request_endpoint: alias('/request'),
        revocation_endpoint: alias('/token/revocation'),
      },
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: (ctx, client, token) => client.clientId === token.clientId },
      revocation: { enabled: true, allowedPolicy: (ctx, client, token) => client.clientId === token.clientId },
      registration: { enabled: true, initialAccessToken },
      registrationManagement: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
      mTLS: {
        enabled: true,
        tlsClientAuth: true,
        selfSignedTlsClientAuth: true,
        certificateBoundAccessTokens: true,
        getCertificate: certificateOf,
        certificateAuthorized: (ctx) => ctx.socket.authorized,
        certificateSubjectMatches: (ctx, property, expected) =>
          property === 'tls_client_auth_san_dns' &&
          (certificateOf(ctx).subjectAltName ?? '').split(', ').includes(`DNS:${expected}`),
      },
      attestClientAuth: {
        enabled: true,
        ack: 'draft-12',
        challengeSecret: randomBytes(32),
        getAttestationSignaturePublicKey: () => attesterKey,
      },
    },
  });
  provider.on('server_error', (ctx, error) => console.error(error));
  const handler = provider.callback();
  main.on('request', handler);
  mtls.on('request', handler);
  return { issuer: origin(main) };
});
