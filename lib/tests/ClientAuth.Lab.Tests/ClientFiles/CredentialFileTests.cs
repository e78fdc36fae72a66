using System.Security.Cryptography;
using System.Text;
using ClientAuth.Lab.ClientFiles;
using static ClientAuth.Lab.Tests.ClientFiles.SampleFiles;

namespace ClientAuth.Lab.Tests.ClientFiles;

/// <summary>A file of the reader's own, examined by what is in it.</summary>
public sealed class CredentialFileTests(SampleFiles files) : IClassFixture<SampleFiles>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("credential-file-");

    [Fact]
    public void A_file_is_named_without_its_folder_and_examined_by_its_contents()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal("one: PKCS #12 file", Examine(files.Pkcs12()).What);
        Assert.Equal("one: PEM", Examine(key.ExportPkcs8PrivateKeyPem()).What);
        Assert.Equal("one: Secret", Examine("a secret in a text file, with its line break\n").What);
        Assert.Equal("one: PKCS #12 file", Examine(Convert.ToBase64String(files.Pkcs12())).What);
        Assert.Equal("one: PKCS #12 file", Examine(key.ExportPkcs8PrivateKey()).What);
        Assert.Equal(
            "one: PEM",
            Examine(Convert.ToBase64String(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()))).What
        );
    }

    [Fact]
    public void A_secret_in_a_file_ends_in_the_line_break_of_the_file() =>
        Assert.Equal(
            "The secret ends in a line break.",
            Examine("q0Zy3vJm8Tq7n1bXe5Rk2Lw9Uc4Hs6Dd\n").FirstFlaw?.Wrong
        );

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = Path.Combine(_folder.FullName, "none.p12");

        Assert.Equal(
            $"There is no file '{path}'. Write its path in full.",
            Assert.Throws<FileNotFoundException>(() => CredentialFile.Examine(path, null, Now)).Message
        );
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        var path = Path.Combine(_folder.FullName, "large");
        File.WriteAllBytes(path, new byte[1_000_001]);

        Assert.Equal(
            $"'{path}' has 1000001 bytes. Files with a credential have a few thousand; is it the right one?",
            Assert.Throws<InvalidDataException>(() => CredentialFile.Examine(path, null, Now)).Message
        );
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private CredentialExamination Examine(string text) => Examine(Encoding.UTF8.GetBytes(text));

    private CredentialExamination Examine(byte[] content)
    {
        var path = Path.Combine(_folder.FullName, "one");
        File.WriteAllBytes(path, content);
        return CredentialFile.Examine(path, Passphrase, Now);
    }
}
