using System.Text.RegularExpressions;
using Packages.Tests.Processes;

namespace Packages.Tests;

/// <summary>The sample in the readme of the server's package, as somebody would copy it into an empty project.</summary>
public sealed partial class SampleTests(PackedFiles packed)
{
    private const string Package = "ClientAuth.MockServer";

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ClientAuth.MockServer" Version="{version}" />
          </ItemGroup>
        </Project>
        """;

    // Program, as every test of an ASP.NET Core application names it, is the sample's own and not one of the package.
    private const string Told = """

        Console.WriteLine($"{token!.TokenType} {token.AccessToken.Split('.').Length}");
        Console.WriteLine(string.Join(' ', test.Server.Exchanges.Last!.Trace!.Decisions.Select(decision => decision.Verdict).Distinct()));
        Console.WriteLine(typeof(Program).Assembly.GetName().Name);
        """;

    [Fact]
    public void Sample_has_five_statements()
    {
        var lines = Sample().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            5,
            lines.Count(line => !line.StartsWith("using ", StringComparison.Ordinal) || line.Contains('='))
        );
    }

    [Fact]
    public async Task Sample_gets_a_token_in_an_empty_project_from_the_packed_files()
    {
        using var folder = new EmptyFolder();
        await folder.AddSourceAsync(await packed.FolderAsync());
        folder.Write("sample.csproj", Project.Replace("{version}", Checkout.Version, StringComparison.Ordinal));
        folder.Write("Sample.cs", Sample() + Told);

        var run = await Commands.RunAsync(folder.Path, Commands.DotNet, "run");

        Assert.Equal(
            ["Bearer 3", "Passed", "sample"],
            run.Succeeded().Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
        await TookThePackedFilesAsync(folder);
    }

    private async Task TookThePackedFilesAsync(EmptyFolder folder)
    {
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var library in Checkout.PackedProjects.Except(Checkout.Tools))
        {
            var id = library.ToLowerInvariant();
            var taken = Path.Combine(folder.Packages, id, Checkout.Version, $"{id}.{Checkout.Version}.nupkg");
            Assert.True(
                File.Exists(taken),
                $"The sample took a package {library} that was on this machine before. 'dotnet nuget locals global-packages --clear' removes it."
            );
            Assert.Equal(
                await File.ReadAllBytesAsync((await packed.FileAsync(library)).FullName, cancellation),
                await File.ReadAllBytesAsync(taken, cancellation)
            );
        }
    }

    private static string Sample()
    {
        var readme = File.ReadAllText(Path.Combine(Checkout.Lib, Package, "PACKAGE.md")).ReplaceLineEndings("\n");
        return Assert.Single(Block().Matches(readme)).Groups["code"].Value;
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
