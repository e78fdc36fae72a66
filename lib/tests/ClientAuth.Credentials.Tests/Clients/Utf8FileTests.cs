using System.Text;
using ClientAuth.Credentials.Clients;

namespace ClientAuth.Credentials.Tests.Clients;

/// <summary>What shells and editors make of a JSON file is named, with what to do.</summary>
public sealed class Utf8FileTests : IDisposable
{
    private const string Json = "[ ]";

    private readonly TempFolder _folder = new();

    public static TheoryData<string, byte[]> Encodings =>
        new()
        {
            { "begins with a byte-order mark; save it as UTF-8 without one.", Bytes(new UTF8Encoding(true)) },
            { "is UTF-16; save it as UTF-8 without a byte-order mark.", Bytes(new UnicodeEncoding(false, true)) },
            { "is UTF-16; save it as UTF-8 without a byte-order mark.", Bytes(new UnicodeEncoding(true, true)) },
            { "is UTF-16; save it as UTF-8 without a byte-order mark.", Bytes(new UnicodeEncoding(false, false)) },
            { "is UTF-16; save it as UTF-8 without a byte-order mark.", Bytes(new UnicodeEncoding(true, false)) },
            { "is UTF-32; save it as UTF-8 without a byte-order mark.", Bytes(new UTF32Encoding(false, true)) },
            { "is UTF-32; save it as UTF-8 without a byte-order mark.", Bytes(new UTF32Encoding(true, true)) },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Another_encoding_is_named_for_clients_and_templates(string problem, byte[] content)
    {
        var path = _folder["file.json"];
        File.WriteAllBytes(path, content);

        Assert.Equal($"{path}: {problem}", Assert.Throws<InvalidDataException>(() => ClientsFile.Read(path)).Message);
        Assert.Equal(
            $"{path}: {problem}",
            Assert.Throws<InvalidDataException>(() => ClientTemplatesFile.Read(path)).Message
        );
    }

    [Fact]
    public void Utf8_without_a_mark_is_read()
    {
        File.WriteAllText(_folder["file.json"], Json);

        Assert.Equal(Encoding.UTF8.GetBytes(Json), Utf8File.Read("clients", _folder["file.json"]));
        Assert.Empty(ClientsFile.Read(_folder["file.json"]));
    }

    [Fact]
    public void Link_that_leads_nowhere_is_called_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets administrators alone make links.");
        var path = _folder["file.json"];
        File.CreateSymbolicLink(path, "elsewhere.json");

        Assert.Equal(
            $"The clients file '{path}' is a link to 'elsewhere.json', which does not exist.",
            Assert.Throws<FileNotFoundException>(() => ClientsFile.Read(path)).Message
        );
        File.WriteAllText(_folder["elsewhere.json"], Json);
        Assert.Empty(ClientsFile.Read(path));
    }

    [Fact]
    public void File_larger_than_anybody_writes_is_not_read_to_its_end()
    {
        var path = _folder["file.json"];
        using (var file = File.Create(path))
        {
            file.SetLength(17 * 1024 * 1024);
        }

        Assert.Equal(
            $"{path}: holds more than 16 MiB, which no clients file does; name another file.",
            Assert.Throws<InvalidDataException>(() => ClientsFile.Read(path)).Message
        );
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Bytes(Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(Json)];
}
