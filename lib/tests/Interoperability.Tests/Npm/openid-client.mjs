// openid-client: one line a row of the table.
import { activity, authentication, challenge, elsewhere, serveJobs, token } from './clients.mjs';
import { load } from './lines.mjs';

const library = await load('openid-client');

const isMtls = (method) => method.endsWith('tls_client_auth');

async function configuration(job, fetch, server) {
  const metadata = { use_mtls_endpoint_aliases: isMtls(job.method) };
  const execute = { algorithm: 'oauth2', [library.customFetch]: fetch };
  return library.discovery(new URL(server.issuer), job.method, metadata, await authentication(library, job), execute);
}

async function act(job, fetch, server) {
  const client = await configuration(job, fetch, server);
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
        await authentication(library, job),
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

await serveJobs(act);
