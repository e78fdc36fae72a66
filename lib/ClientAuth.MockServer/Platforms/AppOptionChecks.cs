using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Platforms;

/// <summary>Whether the apps that may attest themselves can: found at the start, and not in the first attestation.</summary>
internal static class AppOptionChecks
{
    private const int TeamLength = 10;

    /// <exception cref="ArgumentException">An app is wrong; the message names it and says what it needs.</exception>
    public static void Check(AuthorizationServerOptions options)
    {
        var seen = new HashSet<string>();
        foreach (var app in options.AttestedApps)
        {
            Require(seen.Add(app.ClientId), app, "is there twice; a client has one app, for several platforms");
            CheckClient(app, options.Clients);
            Require(app.Android is not null || app.Apple is not null, app, "needs Android, Apple or both");
            CheckAndroid(app, options.AttestationStatus is not null);
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

    private static bool IsDigest(string text) =>
        EvidenceBytes.TryDecode(text, out var digest) && digest.Length == SHA256.HashSizeInBytes;

    private static void Require(bool holds, AttestedApp app, string problem)
    {
        if (!holds)
        {
            throw new ArgumentException($"AttestedApps: '{app.ClientId}' {problem}.");
        }
    }
}
