using ClientAuth.FailureCases.Changes;

namespace ClientAuth.FailureCases.Drafts;

/// <summary>How an assertion is signed.</summary>
/// <param name="Alg">The algorithm that is used, whatever the header says.</param>
/// <param name="KeyName">The lab's key for an asymmetric one.</param>
/// <param name="MacKey">What keys a MAC.</param>
/// <param name="SaltLength">Octets of salt for PS256, where they are not as many as the hash has.</param>
internal sealed record Signing(string Alg, string KeyName, MacKey MacKey = MacKey.Secret, int? SaltLength = null);
