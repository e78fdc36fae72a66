using System.Globalization;
using System.Text;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>Examines a file by what is in it, whatever its name ends in.</summary>
internal static class CredentialFile
{
    private const long LargestFile = 1_000_000;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static CredentialExamination Examine(string path, string? passphrase, DateTimeOffset now)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"There is no file '{path}'. Write its path in full.", path);
        }

        if (file.Length > LargestFile)
        {
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{path}' has {file.Length} bytes. Files with a credential have a few thousand; is it the right one?"
                )
            );
        }

        var bytes = File.ReadAllBytes(path);
        var found =
            Text(bytes) is not { } text ? Pkcs12Examination.Examine(bytes, passphrase, now)
            : PemText.HasBegin(text) || PemText.IsBase64(text) ? PemExamination.Examine([text], now)
            : OtherFile.IsBase64OfDer(bytes) ? Pkcs12Examination.Examine(bytes, passphrase, now)
            : SecretExamination.Examine(text);
        return found with { What = $"{file.Name}: {found.What}" };
    }

    // Null for what is no text: DER holds bytes that no text has.
    private static string? Text(byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.Any(one => char.IsControl(one) && !char.IsWhiteSpace(one)) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
