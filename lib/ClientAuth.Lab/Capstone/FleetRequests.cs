using System.Text;
using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;
using static ClientAuth.Client.ClientAuthenticationMethodConfiguration;
using Sending = (ClientAuth.Client.TokenClient Client, ClientAuth.Client.TokenRequests.PreparedTokenRequest Request);

namespace ClientAuth.Lab.Capstone;

/// <summary>The requests of those clients that need a single one.</summary>
internal sealed class FleetRequests(Testbed lab, FleetCredentials credentials)
{
    public Sending Orders(OrdersSettings settings)
    {
        var client = lab.TokenClient(FleetClients.Orders, new Secret(credentials.Orders, settings.Style));
        var request = client.Prepare();
        return settings is { Style: SecretStyle.Basic, FormEncodes: false }
            ? (client, request.WithHeader("Authorization", $"Basic {Unencoded()}"))
            : (client, request);
    }

    public Sending Billing(BillingSettings settings)
    {
        var secret = credentials.Billing.Reveal();
        var key = settings.MacKey == MacKey.Text ? secret : Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        return Signed(FleetClients.Billing, new SignedJwt.Symmetric(new ClientSecret(key)), settings);
    }

    public Sending Install(AssertionSettings settings)
    {
        var keyId = Jwk.FromPublicKey(credentials.Install).Kid;
        var method = new SignedJwt.Asymmetric(credentials.Install, SignatureAlgorithms.ES256, keyId);
        return Signed(FleetClients.Install, method, settings);
    }

    public Sending Gate(GateSettings settings)
    {
        var certificate = lab.Authority.Issue(CertificateProfile.Client(FleetCredentials.GateSubject));
        var client = lab.TokenClient(FleetClients.Gate, new Mtls(certificate));
        return (client, client.Prepare().WithEndpoint(new Uri(settings.Endpoint)));
    }

    private Sending Signed(string clientId, SignedJwt method, AssertionSettings settings)
    {
        var now = lab.Clock.GetUtcNow();
        var altered = method with { Alter = assertion => settings.Apply(assertion, now) };
        var client = lab.TokenClient(clientId, altered);
        return (client, client.Prepare());
    }

    private string Unencoded() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{FleetClients.Orders}:{credentials.Orders.Reveal()}"));
}
