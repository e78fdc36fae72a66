using Interoperability.Tests.Npm;
using Interoperability.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Interoperability.Tests.OurTester;

/// <summary>A server of other people's that the tester asks.</summary>
/// <param name="Name">Its name with its version.</param>
/// <param name="File">The committed report.</param>
/// <param name="StartAsync">Starts it.</param>
/// <param name="Last">A case after which it answers others otherwise, and which is therefore run when they are through.</param>
internal sealed record TestedServer(string Name, string File, Func<Task<AskedServer>> StartAsync, string? Last);

/// <summary>The servers of other people's that the tester asks.</summary>
internal static class TestedServers
{
    public static IReadOnlyList<TestedServer> All { get; } =
    [
        new(
            "node-" + NpmFolder.Named(NpmFolder.OidcProvider),
            "node-oidc-provider.json",
            async () => await NodeOidcProvider.StartAsync(),
            Last: null
        ),
        new(
            LibraryVersion.Named("OpenIddict", typeof(OpenIddictServerBuilder)),
            "openiddict.json",
            async () => await OpenIddictServer.StartAsync(),
            // It keeps the key of a self-signed certificate without the certificate once it has seen an assertion.
            Last: "G11.assertion-for-certificate"
        ),
    ];
}
