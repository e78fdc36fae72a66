namespace NotebookEngine.Installation.Checks;

/// <summary>VS Code has the extension that starts kernels, and none that takes the notebooks away from it.</summary>
internal sealed class ExtensionsCheck(VsCodeExtensions extensions, string workspace) : ICheck
{
    private const string Subject = "extensions";
    private const string Jupyter = "ms-toolsai.jupyter";
    private const string Polyglot = "ms-dotnettools.dotnet-interactive-vscode";
    private const string Verso = "datafication.verso-notebook";
    private const string EditorSetting = "\"workbench.editorAssociations\": { \"*.ipynb\": \"jupyter-notebook\" }";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. Judge()]);

    private IEnumerable<Finding> Judge()
    {
        if (extensions.Folders is [])
        {
            yield return Finding.Ok(Subject, "no VS Code of this user was found, so there is nothing to check");
            yield break;
        }

        yield return extensions.Ids.Contains(Jupyter)
            ? Finding.Ok(Subject, $"VS Code has {Jupyter}")
            : Finding.Warning(
                Subject,
                $"VS Code has no {Jupyter} in {string.Join(", ", extensions.Folders)}",
                $"to open notebooks in VS Code: code --install-extension {Jupyter}"
            );
        if (extensions.Ids.Contains(Polyglot))
        {
            yield return Finding.Warning(
                Subject,
                $"{Polyglot} is installed: it opens notebooks whose kernel is called .net-… and runs them on .NET Interactive",
                "that works, too; to run them on this engine, choose it with 'Select Kernel', 'Jupyter Kernel', or disable that extension"
            );
        }

        if (extensions.Ids.Contains(Verso) && !IsEditorChosen())
        {
            yield return Finding.Warning(
                Subject,
                $"{Verso} is installed: it opens *.ipynb in an editor of its own",
                $"add to .vscode/settings.json: {EditorSetting}"
            );
        }
    }

    // The file may have comments: JSON as VS Code reads it. Whether the editor is named is all that matters.
    private bool IsEditorChosen()
    {
        var settings = Path.Combine(workspace, ".vscode", "settings.json");
        return File.Exists(settings)
            && File.ReadAllText(settings).Contains("\"jupyter-notebook\"", StringComparison.Ordinal);
    }
}
