using System.Security.Cryptography.X509Certificates;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Values;

namespace ClientAuth.FailureCases.Changes;

/// <summary>
/// The client's certificate in a header field instead of the handshake (RFC 9440). For what follows its Base64 is
/// <c>{certificate}</c> and its PEM <c>{pem}</c>.
/// </summary>
public sealed record ForwardChange : RequestChange
{
    public required ForwardingParty By { get; init; }

    /// <summary><c>Client-Cert</c> where it is left out.</summary>
    public string? Header { get; init; }

    /// <summary>Whether what stands above the certificate is forwarded, too.</summary>
    public bool Chain { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        if (draft.Certificate is not { } certificate)
        {
            throw new UnusableCaseException("there is no certificate to forward");
        }

        var encoded = Encode(certificate);
        draft.Values.Set("certificate", encoded);
        draft.Values.Set("pem", certificate.ExportCertificatePem());
        draft.SetHeader(Header ?? "Client-Cert", $":{encoded}:");
        if (Chain)
        {
            var chain = draft.Intermediates.Select(intermediate => $":{Encode(intermediate)}:");
            draft.SetHeader("Client-Cert-Chain", string.Join(", ", chain));
        }

        draft.Intermediates = [];
        draft.Certificate = By switch
        {
            ForwardingParty.Proxy => draft.Fixture.Forwarding.Proxy,
            ForwardingParty.Stranger => draft.Fixture.Forwarding.Stranger,
            _ => null,
        };
    }

    private static string Encode(X509Certificate2 certificate) => Convert.ToBase64String(certificate.RawData);
}

/// <summary>Who sends a certificate in a header field.</summary>
public enum ForwardingParty
{
    /// <summary>The proxy that the server can be told to trust.</summary>
    Proxy,

    /// <summary>Somebody with a certificate of the same name from the same authority.</summary>
    Stranger,

    /// <summary>The client itself, without a certificate in the handshake.</summary>
    Client,
}
