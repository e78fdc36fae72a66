using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace OpenIddictHosts;

/// <summary>Where a server that was started listens.</summary>
internal static class KestrelOrigins
{
    /// <summary>An origin for each listener, in their order, by the name for which the certificates are.</summary>
    public static IReadOnlyList<string> Of(WebApplication app) =>
        [
            .. app
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Select(address => $"https://localhost:{new Uri(address).Port}"),
        ];
}
