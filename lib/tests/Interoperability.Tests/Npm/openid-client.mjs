// openid-client: one line a row of the table.
import { activity, challenge, connections, elsewhere, privateKey, refusal, token } from './clients.mjs';
import { load, serve } from './lines.mjs';

const library = await load('openid-client');
let server;

const isMtls = (method) => method.endsWith('tls_client_auth');

async function authentication({ method, secret, jwk, kid }) {
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

async function configuration(job, fetch) {
  const metadata = { use_mtls_endpoint_aliases: isMtls(job.method) };
  const execute = { algorithm: 'oauth2', [library.customFetch]: fetch };
  return library.discovery(new URL(server.issuer), job.method, metadata, await authentication(job), execute);
}

async function act(job, fetch) {
  const client = await configuration(job, fetch);
  const scope = { scope: server.scope };
  switch (job.feature) {
    case 'DPoP': {
      const keys = await library.randomDPoPKeyPair('ES256');
      const options = job.right ? undefined : { [library.modifyAssertion]: elsewhere };
      return token(await library.clientCredentialsGrant(client, scope, { DPoP: library.getDPoPHandle(client, keys, options) }));
    }
    case 'PAR': {
      // It wants to know the endpoint that the browser goes to, which this server does not have.
      const full = new library.Configuration(
        { ...client.serverMetadata(), authorization_endpoint: `${server.issuer}/authorize` },
        job.method,
        {},
        await authentication(job),
      );
      full[library.customFetch] = fetch;
      const request = { ...scope, redirect_uri: server.redirectUri, response_type: 'code', ...challenge };
      const url = await library.buildAuthorizationUrlWithPAR(full, request);
      return url.searchParams.has('request_uri') ? 'pushed' : `no request_uri: ${url}`;
    }
    case 'introspection':
      return activity(await library.tokenIntrospection(client, job.token));
    case 'revocation':
      await library.tokenRevocation(client, job.token);
      return `revoked, then ${activity(await library.tokenIntrospection(client, job.token))}`;
    case 'registration': {
      const registered = await library.dynamicClientRegistration(
        new URL(server.issuer),
        { token_endpoint_auth_method: 'client_secret_basic', grant_types: ['client_credentials'] },
        // Left to itself, it sends the secret in the body, whatever is registered.
        library.ClientSecretBasic(),
        { initialAccessToken: job.token, algorithm: 'oauth2', [library.customFetch]: fetch },
      );
      return `registered, ${token(await library.clientCredentialsGrant(registered))}`;
    }
    default:
      return token(await library.clientCredentialsGrant(client, scope));
  }
}

await serve(async (line) => {
  if (!server) {
    server = line;
    return { ready: true };
  }

  const { fetch, close } = connections({ ...server, ...line });
  try {
    return { said: await act(line, fetch).catch(refusal) };
  } finally {
    await close();
  }
});
