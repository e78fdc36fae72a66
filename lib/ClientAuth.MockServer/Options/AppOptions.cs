using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Options;

/// <summary>Which apps may attest themselves by their platform, and for how long that is good.</summary>
public sealed record AppOptions
{
    private const int TeamLength = 10;

    /// <summary>
    /// The apps that may attest themselves for a Client Attestation Token; none by default, and then neither the endpoint for it nor the
    /// grant that exchanges it is there. A device that attests itself always needs a challenge.
    /// </summary>
    public IReadOnlyList<AttestedApp> AttestedApps { get; init; } = [];

    /// <summary>
    /// Gives the revocation status list of Android's attestation keys as it was last fetched, and null where it never was. Asked with
    /// every Android attestation whose policy verifies revocation; without a list, or with a stale one, each is refused.
    /// </summary>
    public Func<AttestationStatusList?>? AttestationStatus { get; init; }

    /// <summary>How long ago that list may have been fetched; one day by default.</summary>
    public TimeSpan MaximumAttestationStatusAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a Client Attestation Token can be exchanged; five minutes by default.</summary>
    public TimeSpan ClientAttestationTokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    internal void Check(IReadOnlyList<ClientMetadata> clients)
    {
        InvalidOptionException.ThrowUnlessLasting(ClientAttestationTokenLifetime);
        InvalidOptionException.ThrowUnlessLasting(MaximumAttestationStatusAge);
        var seen = new HashSet<string>();
        foreach (var app in AttestedApps)
        {
            Require(seen.Add(app.ClientId), app, "is there twice; a client has one app, for several platforms");
            CheckClient(app, clients);
            Require(app.Android is not null || app.Apple is not null, app, "needs Android, Apple or both");
            CheckAndroid(app, AttestationStatus is not null);
            CheckApple(app);
        }
    }

    private static void CheckClient(AttestedApp app, IReadOnlyList<ClientMetadata> clients)
    {
        var client = clients.FirstOrDefault(client => client.ClientId == app.ClientId);
        Require(client is not null, app, "is not among Clients");
        Require(
            client?.TokenEndpointAuthMethod == TokenEndpointAuthMethods.None,
            app,
            $"is registered for {client?.TokenEndpointAuthMethod}; "
                + $"a client whose app attests itself is registered for {TokenEndpointAuthMethods.None}"
        );
        Require(
            client?.GrantTypes?.Contains(GrantTypes.TokenExchange) is true,
            app,
            $"needs {GrantTypes.TokenExchange} among its grant_types"
        );
    }

    private static void CheckAndroid(AttestedApp app, bool knowsStatus)
    {
        if (app.Android is not { } android)
        {
            return;
        }

        Require(android.PackageName is not "", app, "needs a PackageName");
        Require(android.SignatureDigests is not [], app, "needs at least one of SignatureDigests");
        Require(
            android.SignatureDigests.All(IsDigest),
            app,
            "has SignatureDigests that are not Base64 of SHA-256, 44 characters"
        );
        CheckRoots(app, app.Policy.AndroidRoots, nameof(app.Policy.AndroidRoots));
        Require(
            knowsStatus || !app.Policy.VerifyRevocation,
            app,
            $"has a policy '{app.Policy.Name}' that verifies revocation, which needs AttestationStatus"
        );
    }

    private static void CheckApple(AttestedApp app)
    {
        if (app.Apple is not { } apple)
        {
            return;
        }

        var hasTeam = apple.AppId.Split('.', 2) is [{ Length: TeamLength }, { Length: > 0 }];
        Require(
            hasTeam,
            app,
            $"has the AppId '{apple.AppId}'; it is a team of {TeamLength} characters, a dot and a bundle"
        );
        CheckRoots(app, app.Policy.AppleRoots, nameof(app.Policy.AppleRoots));
    }

    private static void CheckRoots(AttestedApp app, X509Certificate2Collection roots, string name) =>
        Require(
            roots.Count > 0,
            app,
            $"has a policy '{app.Policy.Name}' without {name}, which no device could satisfy"
        );

    // In one spelling only, without spaces and without bits that say nothing.
    private static bool IsDigest(string text)
    {
        var digest = new byte[SHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(text, digest, out var length)
            && length == digest.Length
            && Convert.ToBase64String(digest) == text;
    }

    private static void Require(bool holds, AttestedApp app, string problem)
    {
        if (!holds)
        {
            throw new InvalidOptionException(nameof(AttestedApps), $"AttestedApps: '{app.ClientId}' {problem}.");
        }
    }
}
