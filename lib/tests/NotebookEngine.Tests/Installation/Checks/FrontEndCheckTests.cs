using NotebookEngine.Installation;
using NotebookEngine.Installation.Checks;

namespace NotebookEngine.Tests.Installation.Checks;

/// <summary>Which kernel a front end takes, as the doctor foretells it.</summary>
public sealed class FrontEndCheckTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_of_that_name_counts()
    {
        Spec("first", ".net-csharp", "C#", "dotnet", Engine);
        Spec("second", ".net-csharp", "C#", "dotnet", "interactive");

        var finding = await JudgeAsync(takesLanguage: true);

        Assert.Equal(FindingLevel.Ok, finding.Level);
        Assert.Equal(
            $"will start {_folder.File(Path.Combine("first", "kernels", ".net-csharp"))}, this engine",
            finding.Text
        );
    }

    [Fact]
    public async Task Anothers_of_that_name_hides_this_engine()
    {
        Spec("first", ".net-csharp", "C#", "dotnet", "interactive");
        Spec("second", ".net-csharp", "C#", "dotnet", Engine);

        var finding = await JudgeAsync(takesLanguage: true);

        Assert.Equal(FindingLevel.Warning, finding.Level);
        Assert.EndsWith("which is not this engine but another's: dotnet interactive", finding.Text);
        Assert.Equal(
            "to have this engine here: do install --workspace, or choose it in the list of kernels",
            finding.Remedy
        );
    }

    [Fact]
    public async Task The_name_outweighs_the_order_of_other_CSharp_kernels()
    {
        Spec("first", "other-csharp", "C#", "dotnet", "other.dll");
        Spec("second", ".net-csharp", "C#", "dotnet", Engine);

        Assert.Equal(FindingLevel.Ok, (await JudgeAsync(takesLanguage: true)).Level);
    }

    [Theory]
    [InlineData(true, "will start ", FindingLevel.Warning)]
    [InlineData(false, "finds no kernel for C# notebooks", FindingLevel.Problem)]
    public async Task Only_some_front_ends_take_another_kernel_of_the_language(
        bool takesLanguage,
        string text,
        object level
    )
    {
        Spec("first", "other-csharp", "c#", "dotnet", "other.dll");

        var finding = await JudgeAsync(takesLanguage);

        Assert.Equal(level, finding.Level);
        Assert.StartsWith(text, finding.Text);
    }

    [Fact]
    public async Task A_kernel_whose_program_is_gone_is_a_problem()
    {
        Spec("first", ".net-csharp", "C#", "dotnet", _folder.File(Engine));

        var finding = await JudgeAsync(takesLanguage: true);

        Assert.Equal(FindingLevel.Problem, finding.Level);
        Assert.Equal("install this engine's: do install", finding.Remedy);
    }

    [Theory]
    [InlineData("first", "do install")]
    [InlineData("second", "do install --workspace")]
    [InlineData("third", "do install --system")]
    [InlineData("a third", "do install --data-dir <a third>")]
    public async Task What_is_broken_is_installed_again_where_it_is(string root, string command)
    {
        var quote = OperatingSystem.IsWindows() ? "\"" : "'";
        Spec(root, ".net-csharp", "C#", "dotnet", _folder.File(Engine));
        var found = FoundKernelspec.In([_folder.File(root) + Path.DirectorySeparatorChar]);

        var finding = Assert.Single(
            await new KernelspecsCheck(found, Words).RunAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            "install again: "
                + command.Replace("<a third>", $"{quote}{_folder.File("a third")}{quote}", StringComparison.Ordinal),
            finding.Remedy
        );
    }

    [Fact]
    public async Task Every_kernelspec_is_judged_and_a_broken_one_hides_no_other()
    {
        _folder.Write("first/kernels/broken/kernel.json", "{");
        Spec("first", "gone", "C#", "dotnet", _folder.File(Engine));
        Spec("second", "python3", "python", "python");

        var findings = await new KernelspecsCheck(Found(), Words).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [FindingLevel.Warning, FindingLevel.Problem, FindingLevel.Ok],
            findings.Select(finding => finding.Level)
        );
        Assert.Contains("cannot be read", findings[0].Text, StringComparison.Ordinal);
        Assert.EndsWith($"it cannot start: {_folder.File(Engine)} is not there", findings[1].Text);
        Assert.EndsWith("'a kernel', language python, another's: python", findings[2].Text);
    }

    private InstallAdvice Words =>
        new("do install", _folder.File("first"), _folder.File("second"), _folder.File("third"));

    private const string Engine = "NotebookEngine.dll";

    private void Spec(string root, string name, string language, params string[] argv) =>
        _folder.Write(
            Path.Combine(root, "kernels", name, "kernel.json"),
            new Kernelspec
            {
                Argv = argv,
                DisplayName = "a kernel",
                Language = language,
            }.ToJson()
        );

    private IReadOnlyList<FoundKernelspec> Found() =>
        FoundKernelspec.In([
            _folder.File("none"),
            _folder.File("first"),
            _folder.File("second"),
            _folder.File("first"),
        ]);

    private async Task<Finding> JudgeAsync(bool takesLanguage) =>
        Assert.Single(
            await new FrontEndCheck("here", Found(), takesLanguage, Words).RunAsync(
                TestContext.Current.CancellationToken
            )
        );
}
