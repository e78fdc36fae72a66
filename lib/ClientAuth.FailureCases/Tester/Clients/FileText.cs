using System.Text;

namespace ClientAuth.FailureCases.Tester.Clients;

/// <summary>The text of a file that a person has written: UTF-8, or what Windows' own tools write, UTF-16 or UTF-8 behind a byte order mark.</summary>
internal static class FileText
{
    public static string Of(byte[] file)
    {
        using var reader = new StreamReader(
            new MemoryStream(file),
            Encoding.UTF8,
            detectEncodingFromByteOrderMarks: true
        );
        return reader.ReadToEnd();
    }
}
