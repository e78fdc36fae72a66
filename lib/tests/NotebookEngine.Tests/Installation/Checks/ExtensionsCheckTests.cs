using System.Runtime.InteropServices;
using NotebookEngine.Installation;
using NotebookEngine.Installation.Checks;

namespace NotebookEngine.Tests.Installation.Checks;

/// <summary>What other extensions of VS Code do to C# notebooks.</summary>
public sealed class ExtensionsCheckTests : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Without_VS_Code_there_is_nothing_to_say()
    {
        var finding = Assert.Single(await RunAsync());

        Assert.Equal(FindingLevel.Ok, finding.Level);
        Assert.Equal("no VS Code of this user was found, so there is nothing to check", finding.Text);
    }

    [Theory]
    [InlineData(".vscode")]
    [InlineData(".vscode-insiders")]
    [InlineData(".vscode-server")]
    public async Task The_Jupyter_extension_is_found_in_every_edition(string edition)
    {
        Install(edition, "ms-toolsai.jupyter-2025.9.1-linux-x64");

        Assert.Equal("VS Code has ms-toolsai.jupyter", Assert.Single(await RunAsync()).Text);
    }

    [Fact]
    public async Task Its_companions_are_not_the_extension_itself()
    {
        Install(".vscode", "ms-toolsai.jupyter-keymap-1.1.2");

        var finding = Assert.Single(await RunAsync());

        Assert.Equal(FindingLevel.Warning, finding.Level);
        Assert.Equal("to open notebooks in VS Code: code --install-extension ms-toolsai.jupyter", finding.Remedy);
    }

    [Fact]
    public async Task Polyglot_Notebooks_is_said_to_take_the_notebooks()
    {
        Install(".vscode", "ms-toolsai.jupyter-2025.9.1");
        Install(".vscode", "ms-dotnettools.dotnet-interactive-vscode-1.0.6522011");

        var finding = (await RunAsync())[1];

        Assert.Equal(FindingLevel.Warning, finding.Level);
        Assert.Contains("runs them on .NET Interactive", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extension_that_was_removed_counts_no_more()
    {
        Install(".vscode", "ms-toolsai.jupyter-2025.9.1");
        Install(".vscode", "ms-dotnettools.dotnet-interactive-vscode-1.0.6522011");
        _home.Write(
            ".vscode/extensions/.obsolete",
            """{"ms-dotnettools.dotnet-interactive-vscode-1.0.6522011":true}"""
        );

        Assert.Single(await RunAsync());
    }

    [Fact]
    public async Task Versos_editor_is_said_to_take_the_files_unless_the_workspace_has_chosen()
    {
        Install(".vscode", "ms-toolsai.jupyter-2025.9.1");
        Install(".vscode", "datafication.verso-notebook-1.0.0");

        Assert.Equal(
            "add to .vscode/settings.json: \"workbench.editorAssociations\": { \"*.ipynb\": \"jupyter-notebook\" }",
            (await RunAsync())[1].Remedy
        );

        _home.Write(
            "work/.vscode/settings.json",
            """{ "workbench.editorAssociations": { "*.ipynb": "jupyter-notebook" } }"""
        );
        Assert.Single(await RunAsync());
    }

    [Fact]
    public async Task VS_Code_as_a_snap_needs_a_kernel_where_it_looks()
    {
        var check = new SnapCheck(Machine, new InstallAdvice("do install", "/user", "/work", "/everybody"));
        Assert.Empty(await check.RunAsync(TestContext.Current.CancellationToken));
        var data = Directory.CreateDirectory(_home.File("snap/code/current")).FullName + "/.local/share/jupyter";

        var finding = Assert.Single(await check.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal($"do install --workspace, or do install --data-dir {data}", finding.Remedy);
        new KernelspecPlace(InstallPlace.In(data).KernelspecFolder).Write(
            Kernelspec.Of("dotnet", "NotebookEngine.dll")
        );
        Assert.Empty(await check.RunAsync(TestContext.Current.CancellationToken));
    }

    private Machine Machine => new(OSPlatform.Linux, _ => null, _home.Path);

    private void Install(string edition, string extension) =>
        Directory.CreateDirectory(_home.File(Path.Combine(edition, "extensions", extension)));

    private Task<IReadOnlyList<Finding>> RunAsync() =>
        new ExtensionsCheck(VsCodeExtensions.Of(Machine), _home.File("work")).RunAsync(
            TestContext.Current.CancellationToken
        );
}
