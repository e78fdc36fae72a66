using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ratios.Servers.Floor;

/// <summary>A response of our server, to be returned again and again with a new signature of the access token.</summary>
internal sealed class FloorAnswer
{
    private readonly Lock _lock = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _signingInput;
    private readonly string _before;
    private readonly string _after;

    public FloorAnswer(FloorCredential credential, SampleResponse sample)
    {
        Credential = credential;
        Headers = [.. sample.Headers.Chunk(2).Select(pair => (pair[0], pair[1]))];
        var token = JsonElement.Parse(sample.Body).GetProperty("access_token").GetString()!;
        var signed = token[..token.LastIndexOf('.')];
        var at = sample.Body.IndexOf(token, StringComparison.Ordinal);
        _signingInput = Encoding.ASCII.GetBytes(signed);
        _before = sample.Body[..(at + signed.Length + 1)];
        _after = sample.Body[(at + token.Length)..];
    }

    public FloorCredential Credential { get; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; }

    /// <summary>The body, signed anew with ES256.</summary>
    public string Sign()
    {
        // A key object is not made for several threads at once.
        lock (_lock)
        {
            return string.Concat(
                _before,
                Base64Url.EncodeToString(_key.SignData(_signingInput, HashAlgorithmName.SHA256)),
                _after
            );
        }
    }
}
