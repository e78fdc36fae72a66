using System.Text.Json;
using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>
/// Servers of this project are on loopback, where no proxy reaches them. A handler that says nothing takes the environment's proxy; the
/// compiler refuses an <c>HttpClient</c> without a handler (BannedSymbols.txt).
/// </summary>
public sealed partial class ProxyTests
{
    [Fact]
    public void No_handler_of_the_code_takes_a_proxy_from_the_environment()
    {
        var taking =
            from path in Repository.Sources()
            where HandlerWithProxy().IsMatch(File.ReadAllText(path))
            select Repository.Relative(path);

        Assert.Empty(taking);
    }

    [Fact]
    public void No_cell_of_a_lesson_takes_a_proxy_from_the_environment()
    {
        var cells =
            from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb")
            let notebook = JsonElement.Parse(File.ReadAllText(path))
            from cell in notebook.GetProperty("cells").EnumerateArray()
            where cell.GetProperty("cell_type").GetString() == "code"
            let source = string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()))
            where MakesHandler().IsMatch(source)
            select (Cell: $"{Path.GetFileName(path)}, {cell.GetProperty("id")}", Source: source);

        Assert.NotEmpty(cells);
        Assert.Empty(
            cells
                .Where(cell => !cell.Source.Contains("UseProxy = false", StringComparison.Ordinal))
                .Select(cell => cell.Cell)
        );
    }

    [GeneratedRegex(@"new\s+SocketsHttpHandler\b(?!(\(\))?\s*\{[^}]*\bUseProxy = false\b)")]
    private static partial Regex HandlerWithProxy();

    [GeneratedRegex(
        @"new\s+(SocketsHttpHandler|HttpClientHandler)\b|HttpClientHandler \w+\(\) => new\b|new HttpClient\(\)"
    )]
    private static partial Regex MakesHandler();
}
