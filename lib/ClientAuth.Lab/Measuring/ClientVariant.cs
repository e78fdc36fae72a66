using System.Security.Authentication;
using ClientAuth.Client;

namespace ClientAuth.Lab.Measuring;

/// <summary>A way to ask for a token that is to be measured. Change a member, and measure again.</summary>
/// <param name="Label">What a chart calls it.</param>
/// <param name="ClientId">Who asks.</param>
public sealed record ClientVariant(string Label, string ClientId)
{
    private static readonly TimeSpan LongestSignature = TimeSpan.FromSeconds(10);

    /// <summary>How the client proves who it is; the method it is registered for where it is left out.</summary>
    public ClientAuthenticationMethodConfiguration? Method { get; init; }

    /// <summary>What connection the request finds.</summary>
    public ConnectionUse Connection { get; init; } = ConnectionUse.New;

    /// <summary>The versions of TLS to offer; left to the client where they are left out, which then takes TLS 1.3.</summary>
    public SslProtocols Protocols { get; init; } = SslProtocols.None;

    /// <summary>Whether the token is bound to a key.</summary>
    public ProofUse Proof { get; init; } = ProofUse.None;

    /// <summary>
    /// How long the device's key takes for a signature, beside computing it here: a chip that keeps keys is slower than this machine.
    /// For methods that sign a JWT; ten seconds at most.
    /// </summary>
    public TimeSpan KeyTakes { get; init; } = TimeSpan.Zero;

    /// <summary>Whether the request is built, and signed, before the wait for the token begins. A proof in it needs a known nonce.</summary>
    public bool SignsEarly { get; init; }

    /// <summary>The same with its method.</summary>
    /// <exception cref="ArgumentException">Members do not go together; the message says which, and what to change.</exception>
    internal ClientVariant By(ClientAuthenticationMethodConfiguration method)
    {
        if (MistakeWith(method) is { } mistake)
        {
            throw new ArgumentException($"'{Label}' {mistake}");
        }

        return this with
        {
            Method = method,
        };
    }

    private string? MistakeWith(ClientAuthenticationMethodConfiguration method)
    {
        if (KeyTakes < TimeSpan.Zero || KeyTakes > LongestSignature)
        {
            return $"has a key that takes {KeyTakes}; let KeyTakes be from 0 s to 10 s.";
        }

        if (KeyTakes > TimeSpan.Zero && method is not ClientAuthenticationMethodConfiguration.SignedJwt)
        {
            return "signs no JWT, and KeyTakes is the time for that; leave KeyTakes out.";
        }

        if (Connection == ConnectionUse.Resumed && method is ClientAuthenticationMethodConfiguration.Mtls)
        {
            return "has a certificate, and such a client resumes no session here; let Connection be New or Open.";
        }

        return SignsEarly && Proof == ProofUse.NonceUnknown
            ? "signs early, and a proof that is signed early needs a known nonce; let Proof be NonceKnown or None."
            : null;
    }
}
