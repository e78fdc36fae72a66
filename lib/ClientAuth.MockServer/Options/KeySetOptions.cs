using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.MockServer.Options;

/// <summary>Whence key sets are fetched that clients publish (<c>jwks_uri</c>), and how long each is good.</summary>
public sealed record KeySetOptions
{
    private const int LargestKeySet = 16 * 1024 * 1024;

    // A client that authenticates waits for it.
    private static readonly TimeSpan LongestFetch = TimeSpan.FromMinutes(1);

    /// <summary>Origins, such as <c>https://keys.example</c>, that a <c>jwks_uri</c> may have; none by default.</summary>
    public IReadOnlyList<string> JwksUriOrigins { get; init; } = [];

    /// <summary>Trust anchors for the hosts of <c>jwks_uri</c>; the machine's own store is never asked, nor its proxy.</summary>
    public X509Certificate2Collection JwksUriAuthorities { get; init; } = [];

    /// <summary>How long fetching a key set may take in all, on the monotonic clock; two and a half seconds by default.</summary>
    public TimeSpan JwksUriTimeout { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>Largest key set that is fetched, in bytes; 64 KiB by default.</summary>
    public int MaximumKeySetSize { get; init; } = 64 * 1024;

    /// <summary>How long a fetched key set is good for, also while its host is down; ten minutes by default.</summary>
    public TimeSpan KeySetLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long after a fetch, successful or not, a client's host is not asked again, whatever <c>kid</c> is presented; at most the
    /// lifetime, half a minute by default. A key that has just been rotated in waits no longer than this.
    /// </summary>
    public TimeSpan KeySetRefetchInterval { get; init; } = TimeSpan.FromSeconds(30);

    internal void Check()
    {
        InvalidOptionException.ThrowUnlessWithin(JwksUriTimeout, TimeSpan.FromMilliseconds(1), LongestFetch);
        InvalidOptionException.ThrowUnlessWithin(MaximumKeySetSize, 1, LargestKeySet);
        InvalidOptionException.ThrowUnlessLasting(KeySetLifetime);
        InvalidOptionException.ThrowUnlessWithin(KeySetRefetchInterval, TimeSpan.FromSeconds(1), KeySetLifetime);
        if (JwksUriOrigins.FirstOrDefault(origin => !IsOrigin(origin)) is { } wrong)
        {
            throw new InvalidOptionException(
                nameof(JwksUriOrigins),
                $"JwksUriOrigins has '{wrong}'; an origin is https, host and perhaps port, such as https://keys.example:8443."
            );
        }
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps
        && uri.GetLeftPart(UriPartial.Authority) == origin
        && uri.UserInfo is "";
}
