using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;
using NotebookEngine.Sessions;

namespace NotebookEngine.Language;

/// <summary>
/// The session's submissions in the form that Roslyn's editor services ask for: a project each, chained as the submissions
/// are. Each is added once, when a request comes after it has run.
/// </summary>
internal sealed class SessionWorkspace : IDisposable
{
    internal static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.CSharp14,
        DocumentationMode.Parse,
        SourceCodeKind.Script
    );

    private readonly NotebookSession _session;
    private readonly AdhocWorkspace _workspace = new(MefHostServices.DefaultHost);
    private readonly CompilationOptions _options;

    // Never applied to the workspace: a request forks it, and a request that fails leaves it as it was.
    private Solution _solution;
    private ProjectId _lastProject;
    private Script? _last;

    internal SessionWorkspace(NotebookSession session)
    {
        _session = session;
        var nothing = CSharpScript.Create<object>("", session.Options).GetCompilation();
        _options = nothing.Options.WithMetadataReferenceResolver(new LibraryResolver(session.Folder));
        _lastProject = ProjectId.CreateNewId();
        // All others inherit what this one refers to.
        _solution = WithProject(_workspace.CurrentSolution, _lastProject, previous: null, nothing.References);
    }

    /// <summary>How many submissions have been added.</summary>
    internal int Submissions => _solution.ProjectIds.Count - 1;

    /// <summary>The text as the session's next submission.</summary>
    internal async Task<Document> NextSubmissionAsync(string code, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        var project = ProjectId.CreateNewId();
        return WithDocument(WithProject(_solution, project, _lastProject), project, code, path: null);
    }

    public void Dispose() => _workspace.Dispose();

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var latest = _session.Script;
        var missing = new Stack<Script>();
        for (var script = latest; script is not null && script != _last; script = script.Previous)
        {
            missing.Push(script);
        }

        foreach (var script in missing)
        {
            if (Submission.DeclaresSomething(script, cancellationToken))
            {
                await AddAsync(script, cancellationToken);
            }

            _last = script;
        }
    }

    private async Task AddAsync(Script script, CancellationToken cancellationToken)
    {
        var project = ProjectId.CreateNewId();
        var document = WithDocument(
            WithProject(_solution, project, _lastProject),
            project,
            WrittenText(script),
            script.Options.FilePath
        );
        // Compiled here, one after the other: Roslyn would walk a long chain recursively, and again for every request.
        await document.Project.GetCompilationAsync(cancellationToken);
        (_solution, _lastProject) = (document.Project.Solution, project);
    }

    // What was compiled has the session's own checks in it.
    private string WrittenText(Script script) =>
        _session.Cells.GetValueOrDefault(script.Options.FilePath)?.ToString() ?? script.Code;

    private Solution WithProject(
        Solution solution,
        ProjectId project,
        ProjectId? previous,
        IEnumerable<MetadataReference>? references = null
    )
    {
        var name = $"Submission#{solution.ProjectIds.Count}";
        return solution.AddProject(
            ProjectInfo.Create(
                project,
                VersionStamp.Default,
                name,
                name,
                LanguageNames.CSharp,
                compilationOptions: ((CSharpCompilationOptions)_options).WithScriptClassName(name),
                parseOptions: ParseOptions,
                projectReferences: previous is null ? [] : [new ProjectReference(previous)],
                metadataReferences: references,
                isSubmission: true
            )
        );
    }

    private static Document WithDocument(Solution solution, ProjectId project, string code, string? path)
    {
        var id = DocumentId.CreateNewId(project);
        return solution.AddDocument(id, path ?? "cell", SourceText.From(code), filePath: path).GetDocument(id)!;
    }
}
