using ClientAuth.MockServer;
using PublicApiGenerator;

namespace Packages.Tests;

/// <summary>What other projects can use of the server is what was approved. <c>UPDATE_REFERENCE=1</c> approves what there is.</summary>
public sealed class PublicApiTests
{
    private static readonly string Approved = Path.Combine(Checkout.Lib, "ClientAuth.MockServer", "PublicApi.txt");

    [Fact]
    public void The_public_surface_of_the_server_is_the_approved_one()
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false };
        var surface = typeof(MockAuthorizationServer).Assembly.GeneratePublicApi(options).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_REFERENCE") is "1")
        {
            File.WriteAllText(Approved, surface);
        }

        var approved = File.ReadAllText(Approved).ReplaceLineEndings("\n");
        Assert.True(
            surface == approved,
            $"""
            The public surface is another than lib/ClientAuth.MockServer/PublicApi.txt has. If that is meant, run this test with UPDATE_REFERENCE=1.
            {Lines("gone", approved, surface)}
            {Lines("new", surface, approved)}
            """
        );
    }

    private static string Lines(string word, string of, string without) =>
        string.Join('\n', of.Split('\n').Except(without.Split('\n')).Select(line => $"{word}: {line.Trim()}"));
}
