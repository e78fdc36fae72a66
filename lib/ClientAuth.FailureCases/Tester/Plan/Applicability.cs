using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.ServerOverrides;
using ClientAuth.FailureCases.Steps;
using ClientAuth.FailureCases.Tester.Clients;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tester.Plan;

/// <summary>Which cases can be asked of a server that others have set up, and why not the others.</summary>
/// <param name="clients">The clients file.</param>
/// <param name="metadata">What the server says about itself.</param>
/// <param name="bursts">Whether many requests at once are allowed.</param>
/// <param name="only">Cases and sections that are run alone, and methods that send alone; all where there are none.</param>
internal sealed class Applicability(
    TestedClients clients,
    AuthorizationServerMetadata metadata,
    bool bursts,
    IReadOnlyList<string> only
)
{
    private const int MostAtOnce = 8;

    private readonly RequestApplicability _requests = new(clients, metadata);
    private readonly bool _isOnThisMachine = new Uri(metadata.Issuer).IsLoopback;

    /// <summary>Why a case cannot be asked, in words; null where it can.</summary>
    public string? ReasonAgainst(CaseSection section, FailureCase failureCase, string method) =>
        ForMethod(section, failureCase, method)
        ?? ForServer(failureCase)
        ?? failureCase
            .Before.Concat(failureCase.After ?? [])
            .Select(ForStep)
            .FirstOrDefault(reason => reason is not null)
        ?? ForText(failureCase, method)
        ?? _requests.ReasonAgainst(failureCase, method);

    private string? ForMethod(CaseSection section, FailureCase failureCase, string method) =>
        TokenEndpointAuthMethods.Attested.Contains(method)
            ? "only an attester that the server trusts can make client attestations"
        : !clients.Fixture.Clients.Has(method) ? $"the clients file has no client of {method}"
        : clients.LeftOut.FirstOrDefault(name => IsNamed(name, section, failureCase, method)) is { } name
            ? $"the clients file leaves '{name}' out"
        : !IsIn(Methods(only), method) || !IsInCases(section, failureCase) ? "--only leaves it out"
        : null;

    private static IReadOnlyList<string> Methods(IReadOnlyList<string> names) =>
        [.. names.Intersect(TokenEndpointAuthMethods.All)];

    private static bool IsIn(IReadOnlyList<string> names, string name) => names.Count == 0 || names.Contains(name);

    private bool IsInCases(CaseSection section, FailureCase failureCase) =>
        only.Except(TokenEndpointAuthMethods.All).ToList() is var names
        && (names.Count == 0 || names.Exists(name => IsNamed(name, section, failureCase, method: "")));

    private static bool IsNamed(string name, CaseSection section, FailureCase failureCase, string method) =>
        name == method || name == section.Id || name == failureCase.Id || name == failureCase.Id.Split('.')[0];

    private string? ForServer(FailureCase failureCase) =>
        failureCase switch
        {
            { Expect.Registration: not null } => "only the server's operator can register such a client",
            { Registered: not null } or { Key: not null } or { Alg: not null } =>
                "it needs a client that is registered in another way",
            { JwksHost: not null } => "it needs a client that publishes its keys at a jwks_uri of the tester's",
            { Server: { } server } when server != Chosen => "it needs a server with other settings",
            _ => null,
        };

    // The one setting that the clients file can say of a server.
    private ServerChoices Chosen => new() { AudiencePolicy = clients.AudiencePolicy };

    private string? ForStep(CaseStep step) =>
        step switch
        {
            ClockStep => "it moves the server's clock",
            DeviceStep => "it needs a device maker that the server trusts",
            PublishStep => "it needs a client that publishes its keys at a jwks_uri of the tester's",
            RotateSecretStep => "it changes the client's secret at the server",
            SwitchClientStep => "it disables the client at the server",
            RequestStep { Method: { } method } when !clients.Fixture.Clients.Has(method) =>
                $"the clients file has no client of {method}",
            RequestStep { Endpoint: { } endpoint } => _requests.ForEndpoint(endpoint),
            _ => null,
        };

    private string? ForText(FailureCase failureCase, string method)
    {
        var text = CaseText.Of(failureCase);
        var most = RequestCount.MostAtOnce(failureCase);
        return text.NamesOtherClient && !clients.Fixture.Clients.HasOther(method)
                ? $"the clients file has no second client of {method}"
            : text.NamesTrap && !_isOnThisMachine
                ? "it names an address on the tester's machine, which this server cannot reach"
            : text.IsInClear && !_isOnThisMachine ? "it would send a credential in clear over the network"
            : text.TimeAtLimit is { } time ? $"{time} is so close to a limit that the two clocks decide the outcome"
            : text.ExpectsThrottling ? "how many guesses a server allows is for the server to choose"
            : most > MostAtOnce && !bursts ? $"it sends {most} requests at once or in a row; --bursts allows it"
            : text.NamesSoftware ? "it needs a template or a publisher of this project's own server"
            : text.NamesRegistrationScope
            && failureCase.Endpoint != EndpointNames.Token
            && !_requests.RequestsScope(Scopes.DynamicClientRegistration)
                ? $"it needs the scope {Scopes.DynamicClientRegistration} in the clients file"
            : text.SetsAudience
            && failureCase.Server is null
            && (
                clients.AudiencePolicy != AudiencePolicy.IssuerOnly
                || clients.Fixture.Clients.Of(method).Audience is not null
            )
                ? "what it expects holds for audience_policy issuer_only, and for a client without audience"
            : null;
    }
}
