using System.Security.Authentication;
using ClientAuth.Client;

namespace ClientAuth.Lab.Measuring;

/// <summary>A way to ask for a token that is to be measured. Change a member, and measure again.</summary>
/// <param name="Label">What a chart calls it.</param>
/// <param name="ClientId">Who asks.</param>
public sealed record ClientVariant(string Label, string ClientId)
{
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
    /// For methods that sign a JWT.
    /// </summary>
    public TimeSpan KeyTakes { get; init; } = TimeSpan.Zero;

    /// <summary>Whether the request is built, and signed, before the wait for the token begins.</summary>
    public bool SignsEarly { get; init; }
}
