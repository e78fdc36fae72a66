using System.Text.Json.Serialization;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Changes;

/// <summary>One change to a good request. The kinds are the files of this folder; <c>change</c> names the kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change")]
[JsonDerivedType(typeof(AddressChange), "address")]
[JsonDerivedType(typeof(AttemptsChange), "attempts")]
[JsonDerivedType(typeof(BasicChange), "basic")]
[JsonDerivedType(typeof(CertificateChange), "certificate")]
[JsonDerivedType(typeof(ClaimsChange), "claims")]
[JsonDerivedType(typeof(CompactChange), "compact")]
[JsonDerivedType(typeof(DpopChange), "dpop")]
[JsonDerivedType(typeof(EvidenceChange), "evidence")]
[JsonDerivedType(typeof(FormChange), "form")]
[JsonDerivedType(typeof(ForwardChange), "forward")]
[JsonDerivedType(typeof(HttpChange), "http")]
[JsonDerivedType(typeof(JoseChange), "jose")]
[JsonDerivedType(typeof(JsonChange), "json")]
[JsonDerivedType(typeof(MintChange), "mint")]
[JsonDerivedType(typeof(PresentChange), "present")]
[JsonDerivedType(typeof(RawChange), "raw")]
[JsonDerivedType(typeof(ResumeChange), "resume")]
[JsonDerivedType(typeof(SecondHandshakeChange), "second_handshake")]
[JsonDerivedType(typeof(SignatureChange), "signature")]
[JsonDerivedType(typeof(SignChange), "sign")]
[JsonDerivedType(typeof(StatementChange), "statement")]
[JsonDerivedType(typeof(TamperChange), "tamper")]
public abstract record RequestChange
{
    private protected RequestChange() { }

    internal abstract void Apply(RequestDraft draft);
}
