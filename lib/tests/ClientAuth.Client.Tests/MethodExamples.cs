using System.Security.Cryptography;
using ClientAuth.Credentials;
using ClientAuth.Protocol;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests;

/// <summary>Every case of the closed set, found by reflection, so that one that is added later is not forgotten.</summary>
internal sealed class MethodExamples(TimeProvider clock) : IDisposable
{
    public const string Secret = "correct-horse-battery-staple-and-more";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static TheoryData<Type> Cases => [.. Nested(typeof(Method)).Where(type => !type.IsAbstract)];

    public static IEnumerable<Type> Nested(Type type) =>
        type.GetNestedTypes().SelectMany(one => Nested(one).Prepend(one)).Where(type.IsAssignableFrom);

    // A case that is missing here fails every test that asks for it, so that none is left out.
    public Method Of(Type type) =>
        type.Name switch
        {
            nameof(Method.None) => new Method.None(),
            nameof(Method.Secret) => new Method.Secret(Secret),
            nameof(Method.Mtls) => new Method.Mtls(
                SelfSignedCertificate.Create(CertificateProfile.Client("CN=app"), clock)
            ),
            nameof(Method.SignedJwt.Symmetric) => new Method.SignedJwt.Symmetric(new ClientSecret(Secret)),
            nameof(Method.SignedJwt.Asymmetric) => new Method.SignedJwt.Asymmetric(_key, "ES256"),
            _ => throw new NotSupportedException($"Add an example of {type}."),
        };

    public void Dispose() => _key.Dispose();
}
