using ClientAuth.Client;
using ClientAuth.Client.Haapi;

namespace ClientAuth.Lab.Exercises;

/// <summary>Methods of the decision model, tried on a real server with clients that are registered for them.</summary>
internal static class MethodTrial
{
    /// <summary>Whether each of these methods gets a token.</summary>
    /// <param name="methods">Identifiers of the decision model.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<bool> AllAsync(IEnumerable<string> methods, CancellationToken cancellationToken)
    {
        await using var lab = await LessonLab.OpenAsync(new LabOptions(), cancellationToken);
        foreach (var method in methods)
        {
            if (!await (method == "attestation" ? AttestAsync(lab) : AuthenticateAsync(lab, method)))
            {
                return false;
            }
        }

        return true;

        async Task<bool> AttestAsync(LessonLab lab)
        {
            var factory = new HaapiAccessorFactory(lab.HaapiConfiguration(lab.Devices["flagship"]));
            using var accessor = await factory.CreateAsync(cancellationToken);
            return accessor.Path is HaapiPath.Attestation;
        }

        async Task<bool> AuthenticateAsync(LessonLab lab, string method)
        {
            var (clientId, configuration) = Registered(lab, method);
            var outcome = await lab.TokenClient(clientId, configuration).RequestTokenAsync(null, cancellationToken);
            return outcome is TokenOutcome.Issued;
        }
    }

    private static (string ClientId, ClientAuthenticationMethodConfiguration Method) Registered(
        LessonLab lab,
        string method
    )
    {
        var clientId = method switch
        {
            "secret" => "mobile-app-secret",
            "mutual-tls" => "mobile-app-mtls",
            "signed-jwt-symmetric" => "mobile-app-jwt-symmetric",
            _ => "mobile-app-jwt-asymmetric",
        };
        var client = lab.Client(clientId);
        return (
            clientId,
            method switch
            {
                "secret" => new ClientAuthenticationMethodConfiguration.Secret(client.Secret!),
                "mutual-tls" => new ClientAuthenticationMethodConfiguration.Mtls(client.Certificate!),
                "signed-jwt-symmetric" => new ClientAuthenticationMethodConfiguration.SignedJwt.Symmetric(
                    client.Secret!
                ),
                _ => new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
                    client.PrivateKey!,
                    client.Registration.TokenEndpointAuthSigningAlg!,
                    client.KeyId
                ),
            }
        );
    }
}
