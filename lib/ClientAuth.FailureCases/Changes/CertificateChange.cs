using ClientAuth.Credentials;
using ClientAuth.FailureCases.Certificates;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Another client certificate. What is not given stays as the client's own has it.</summary>
public sealed record CertificateChange : RequestChange
{
    /// <summary>Presents no certificate, at the endpoint that asks for one.</summary>
    public bool None { get; init; }

    /// <summary>Presents the certificate of the other client of the same method.</summary>
    public bool OfOther { get; init; }

    /// <summary>Presents the certificate that the fixture's authority has revoked.</summary>
    public bool Revoked { get; init; }

    public CertificateIssuer Issuer { get; init; }

    public ProfileChange? Profile { get; init; }

    /// <summary>What stands between the trusted authority and the client's certificate, from the top; each may differ from a good one.</summary>
    public IReadOnlyList<ProfileChange>? Intermediates { get; init; }

    /// <summary>Further certificates for the name and the key of the last intermediate, sent before it; each may differ from a good one.</summary>
    public IReadOnlyList<ProfileChange>? AlsoSent { get; init; }

    /// <summary>Whether the intermediates are sent along; they are where this is left out.</summary>
    public bool? SendIntermediates { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        draft.AtCertificateEndpoint = true;
        if (None || OfOther || Revoked)
        {
            draft.Certificate =
                None ? null
                : OfOther ? draft.OtherClient.Certificate
                : draft.Fixture.RevokedCertificate;
            return;
        }

        if (Issuer == CertificateIssuer.Reissued)
        {
            draft.Certificate = draft.Keep(
                SelfSignedCertificate.Reissue(draft.Client.Certificate!, draft.Fixture.Clock)
            );
            return;
        }

        var profile = (Profile ?? new ProfileChange()).Apply(
            draft.Client.Profile ?? CertificateProfile.Client($"CN={SubjectName.Escape(draft.Client.Id)}")
        );
        var issued = CaseCertificates.Issue(draft.Fixture, Issuer, profile, Intermediates ?? [], AlsoSent ?? []);
        draft.Certificate = draft.Keep(issued.Certificate);
        draft.Intermediates = SendIntermediates is false ? [] : [.. issued.Intermediates.Select(draft.Keep)];
    }
}
