using System.Security.Cryptography;
using System.Text;
using ClientAuth.Credentials.Clients;
using ClientAuth.Credentials.KeyStorage;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.MockServer.Standalone.Files;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Standalone.Nodes;

/// <summary>The file of the signing key that all nodes of an issuer have; the first node makes it.</summary>
internal static class SigningKeyFile
{
    /// <summary>The key, and whether it was made just now.</summary>
    /// <exception cref="StartFailure">It cannot be read or written, or is no private key on P-256.</exception>
    public static async Task<(ECDsa Key, bool IsNew)> OpenAsync(string path, InputFile files) =>
        !Path.Exists(path) && TryMake(path) is { } made
            ? (made, true)
            : (await files.ReadAsync("signing key", path, Read), false);

    private static ECDsa? TryMake(string path)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            OwnerOnlyFile.WriteOnce(path, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + '\n'));
            return key;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            key.Dispose();
            // Another node may have made it meanwhile.
            return File.Exists(path)
                ? null
                : throw StartFailure.Machine($"The signing key file '{path}' cannot be written: {e.Message}", e);
        }
    }

    private static ECDsa Read(string path)
    {
        var text = Encoding.UTF8.GetString(Utf8File.Read("signing key", path));
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(text);
            // A public key can be imported as well, and so can one on another curve.
            var curve = key.ExportParameters(includePrivateParameters: true).Curve;
            return curve.IsNamed && Jwk.FromPublicKey(key).Crv is "P-256"
                ? key
                : throw new NotSupportedException("The curve is not P-256.");
        }
        catch (NotSupportedException e)
        {
            key.Dispose();
            throw new InvalidDataException(
                $"{path}: holds a key on another curve than P-256, which ES256 needs. Name a file that is not there yet, for a new key.",
                e
            );
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidDataException(
                $"{path}: holds no private key of an elliptic curve in PEM without a password (-----BEGIN PRIVATE KEY-----).",
                e
            );
        }
    }
}
