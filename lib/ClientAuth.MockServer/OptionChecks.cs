using System.Formats.Asn1;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Platforms;
using ClientAuth.MockServer.Proofs;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer;

/// <summary>Whether the options make a server. A mistake is found here, at the start, and not in the first request.</summary>
internal static class OptionChecks
{
    private const int LastPort = 65535;

    private const int LargestKeySet = 16 * 1024 * 1024;

    // Shorter ones have been factored in public.
    private const int LeastRsaKeySize = 1024;

    private const int LongestPath = 20;

    // About a second on a usual machine.
    private const int MostIterations = 2_000_000;

    // A client that authenticates waits for it.
    private static readonly TimeSpan LongestFetch = TimeSpan.FromMinutes(1);

    // Room enough for every lesson, and far from where adding to a date overflows.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <exception cref="ArgumentException">An option is out of its range or contradicts itself; the message names it.</exception>
    public static void Check(AuthorizationServerOptions options)
    {
        if (!options.ServerCertificate.HasPrivateKey)
        {
            throw new ArgumentException("ServerCertificate has no private key; TLS needs it.");
        }

        if (
            options.AssertionAlgorithms.FirstOrDefault(alg =>
                !SignatureAlgorithms.Symmetric.Contains(alg) && !SignatureAlgorithms.Asymmetric.Contains(alg)
            ) is
            { } unknown
        )
        {
            throw new ArgumentException($"AssertionAlgorithms has '{unknown}', which this server does not know.");
        }

        Require(options.Port, 0, LastPort, nameof(options.Port));
        Require(options.ClockSkew, TimeSpan.Zero, Longest, nameof(options.ClockSkew));
        Require(
            options.MaximumAssertionLifetime,
            TimeSpan.FromSeconds(1),
            Longest,
            nameof(options.MaximumAssertionLifetime)
        );
        Require(options.AccessTokenLifetime, TimeSpan.FromSeconds(1), Longest, nameof(options.AccessTokenLifetime));
        Require(
            options.PushedAuthorizationRequestLifetime,
            TimeSpan.FromSeconds(5),
            TimeSpan.FromSeconds(600),
            nameof(options.PushedAuthorizationRequestLifetime)
        );
        Require(options.MaximumAttestationAge, TimeSpan.FromSeconds(1), Longest, nameof(options.MaximumAttestationAge));
        Require(options.NonceLifetime, TimeSpan.FromSeconds(1), Longest, nameof(options.NonceLifetime));
        Require(options.MaximumProofAge, TimeSpan.FromSeconds(1), Longest, nameof(options.MaximumProofAge));
        Require(
            options.ClientAttestationTokenLifetime,
            TimeSpan.FromSeconds(1),
            Longest,
            nameof(options.ClientAttestationTokenLifetime)
        );
        Require(
            options.MaximumAttestationStatusAge,
            TimeSpan.FromSeconds(1),
            Longest,
            nameof(options.MaximumAttestationStatusAge)
        );
        AppOptionChecks.Check(options);
        ProofOptionChecks.Check(options);
        Require(options.MinimumRsaKeySize, LeastRsaKeySize, RsaKeySizes.Maximum, nameof(options.MinimumRsaKeySize));
        // A certificate and an anchor: nobody is its own authority.
        Require(options.MaximumCertificatePathLength, 2, LongestPath, nameof(options.MaximumCertificatePathLength));
        RequireReadable(options.RevocationLists);
        Require(options.MaximumRequestBodySize, 1, int.MaxValue, nameof(options.MaximumRequestBodySize));
        Require(options.JwksUriTimeout, TimeSpan.FromMilliseconds(1), LongestFetch, nameof(options.JwksUriTimeout));
        Require(options.MaximumKeySetSize, 1, LargestKeySet, nameof(options.MaximumKeySetSize));
        Require(options.KeySetLifetime, TimeSpan.FromSeconds(1), Longest, nameof(options.KeySetLifetime));
        Require(
            options.KeySetRefetchInterval,
            TimeSpan.FromSeconds(1),
            options.KeySetLifetime,
            nameof(options.KeySetRefetchInterval)
        );
        Require(
            options.MaximumRequestHeadersSize,
            1,
            WebHost.HardHeaderLimit,
            nameof(options.MaximumRequestHeadersSize)
        );
        Require(options.AuthenticationFailureLimit, 1, int.MaxValue, nameof(options.AuthenticationFailureLimit));
        Require(
            options.AuthenticationFailureWindow,
            TimeSpan.FromSeconds(1),
            Longest,
            nameof(options.AuthenticationFailureWindow)
        );
        Require(options.SecretHashIterations, 0, MostIterations, nameof(options.SecretHashIterations));
        Require(options.RecordedExchangeLimit, 1, int.MaxValue, nameof(options.RecordedExchangeLimit));
        RegistrationOptionChecks.Check(options);
        CheckResourceServers(options);
    }

    // A name that is misspelt would make a resource that sees no token, and nobody would be told.
    private static void CheckResourceServers(AuthorizationServerOptions options)
    {
        foreach (var name in options.ResourceServers)
        {
            if (options.Clients.All(client => client.ClientId != name))
            {
                throw new ArgumentException($"ResourceServers names '{name}', which is not among Clients.");
            }
        }
    }

    private static void RequireReadable(IReadOnlyList<byte[]> lists)
    {
        foreach (var (index, list) in lists.Index())
        {
            try
            {
                RevocationList.Read(list);
            }
            catch (AsnContentException e)
            {
                throw new ArgumentException(
                    $"RevocationLists[{index}] is no revocation list in DER that the server understands: {e.Message}",
                    e
                );
            }
        }
    }

    private static void Require<T>(T value, T least, T most, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new ArgumentException($"{name} is {value}; it must be {least} to {most}.");
        }
    }
}
