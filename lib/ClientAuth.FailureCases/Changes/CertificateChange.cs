using ClientAuth.Credentials;
using ClientAuth.FailureCases.Drafts;
using ClientAuth.FailureCases.Laboratory;

namespace ClientAuth.FailureCases.Changes;

/// <summary>Another client certificate. What is not given stays as the client's own has it.</summary>
public sealed record CertificateChange : RequestChange
{
    /// <summary>Presents no certificate, at the endpoint that asks for one.</summary>
    public bool None { get; init; }

    /// <summary>Presents the certificate of the other client of the same method.</summary>
    public bool OfOther { get; init; }

    public CertificateIssuer Issuer { get; init; }

    public ProfileChange? Profile { get; init; }

    /// <summary>The certificate between the trusted authority and the client's.</summary>
    public ProfileChange? Intermediate { get; init; }

    /// <summary>Whether the intermediate is sent along; it is where this is left out.</summary>
    public bool? SendIntermediate { get; init; }

    internal override void Apply(RequestDraft draft)
    {
        draft.AtCertificateEndpoint = true;
        if (None || OfOther)
        {
            draft.Certificate = None ? null : draft.OtherClient.Certificate;
            return;
        }

        var profile = (Profile ?? new ProfileChange()).Apply(
            draft.Client.Profile ?? CertificateProfile.Client($"CN={SubjectName.Escape(draft.Client.Id)}")
        );
        var issued = CertificateOffice.Issue(draft.Lab, Issuer, profile, Intermediate);
        draft.Certificate = draft.Keep(issued.Certificate);
        draft.Intermediates = SendIntermediate is false ? [] : [.. issued.Intermediates.Select(draft.Keep)];
    }
}
