using System.Text;
using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Weaknesses;

/// <summary>
/// What a verifier does that lets the header choose the algorithm: it takes the text of the client's public key for the secret of a MAC,
/// and needs no key at all for <c>none</c>. Only without <see cref="Defence.AlgorithmOfRegistration"/>.
/// </summary>
internal sealed class HeaderAlgorithm(IReadOnlyList<Defence> switchedOff)
{
    private const string None = "none";

    /// <summary>What the header makes of the client's keys; null where they are used as what they are.</summary>
    public IReadOnlyList<SecurityKey>? KeysFor(DecodedJwt jwt, IReadOnlyList<Jwk> registered, CheckTrace trace)
    {
        var alg = jwt.HeaderString("alg");
        if (
            !switchedOff.Contains(Defence.AlgorithmOfRegistration)
            || (alg != None && !SignatureAlgorithms.Symmetric.Contains(alg))
        )
        {
            return null;
        }

        trace.LookAway(
            Rules.Key,
            Defence.AlgorithmOfRegistration,
            alg == None ? "no key, since alg is none" : $"the text of each public key, as a secret for {alg}"
        );
        return alg == None ? [new UnsecuredKey()] : [.. registered.Where(PublicKeys.IsKnownType).Select(AsSecret)];
    }

    private static SymmetricSecurityKey AsSecret(Jwk jwk)
    {
        using var key = PublicKeys.Import(jwk);
        return new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem()));
    }
}
