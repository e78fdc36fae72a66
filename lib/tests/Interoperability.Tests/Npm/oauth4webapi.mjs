// oauth4webapi: one line a row of the table.
import { activity, authentication, challenge, elsewhere, serveJobs, token } from './clients.mjs';
import { load } from './lines.mjs';

const library = await load('oauth4webapi');

async function act(job, fetch, server) {
  const options = { [library.customFetch]: fetch };
  const issuer = new URL(server.issuer);
  const as = await library.processDiscoveryResponse(
    issuer,
    await library.discoveryRequest(issuer, { algorithm: 'oauth2', ...options }),
  );
  const client = { client_id: job.method, use_mtls_endpoint_aliases: job.method.endsWith('tls_client_auth') };
  const auth = await authentication(library, job);
  const issued = async (more) => {
    const request = () =>
      library.clientCredentialsGrantRequest(as, client, auth, { scope: server.scope }, { ...options, ...more });
    try {
      return token(await library.processClientCredentialsResponse(as, client, await request()));
    } catch (error) {
      // The first proof has no nonce; the library leaves the second request to its caller.
      if (!library.isDPoPNonceError(error)) {
        throw error;
      }
      return token(await library.processClientCredentialsResponse(as, client, await request()));
    }
  };
  const introspected = async () =>
    activity(
      await library.processIntrospectionResponse(
        as,
        client,
        await library.introspectionRequest(as, client, auth, job.token, options),
      ),
    );

  switch (job.feature) {
    case 'DPoP': {
      const keys = await library.generateKeyPair('ES256');
      const change = job.right ? undefined : { [library.modifyAssertion]: elsewhere };
      return issued({ DPoP: library.DPoP(client, keys, change) });
    }
    case 'PAR': {
      const request = { scope: server.scope, redirect_uri: server.redirectUri, response_type: 'code', ...challenge };
      const response = await library.pushedAuthorizationRequest(as, client, auth, request, options);
      const pushed = await library.processPushedAuthorizationResponse(as, client, response);
      return pushed.request_uri ? 'pushed' : 'no request_uri';
    }
    case 'introspection':
      return introspected();
    case 'revocation': {
      await library.processRevocationResponse(await library.revocationRequest(as, client, auth, job.token, options));
      return `revoked, then ${await introspected()}`;
    }
    case 'registration': {
      const registered = await library.processDynamicClientRegistrationResponse(
        await library.dynamicClientRegistrationRequest(
          as,
          { token_endpoint_auth_method: 'client_secret_basic', grant_types: ['client_credentials'] },
          { initialAccessToken: job.token, ...options },
        ),
      );
      const response = await library.clientCredentialsGrantRequest(
        as,
        registered,
        library.ClientSecretBasic(registered.client_secret),
        {},
        options,
      );
      return `registered, ${token(await library.processClientCredentialsResponse(as, registered, response))}`;
    }
    default:
      return issued();
  }
}

await serveJobs(act);
