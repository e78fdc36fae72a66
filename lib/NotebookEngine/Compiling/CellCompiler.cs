using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Microsoft.CodeAnalysis.Text;
using NotebookEngine.Execution;

namespace NotebookEngine.Compiling;

/// <summary>Compiles cells, each on top of those before it.</summary>
/// <param name="folder">Absolute path; <c>#r</c> and <c>#load</c> start there.</param>
/// <param name="references">Shared by all sessions.</param>
/// <param name="libraries">Those that the session has loaded.</param>
/// <param name="options">Of every cell.</param>
/// <param name="loader">Loads what the cells refer to.</param>
internal sealed class CellCompiler(
    string folder,
    CellReferences references,
    SessionLibraries libraries,
    ScriptOptions options,
    InteractiveAssemblyLoader loader
)
{
    /// <returns>Why the cell cannot run, or null; then <paramref name="script"/> has been compiled.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal CellFailure? Compile(
        CellText cell,
        Script? previous,
        out Script<object> script,
        CancellationToken cancellationToken
    )
    {
        if (!HasErrors(cell.Root.GetDiagnostics()))
        {
            foreach (var code in Checked(cell, AsWritten))
            {
                script = Submission(code, cell.Id, previous);
                if (!HasErrors(script.Compile(cancellationToken)))
                {
                    var compiled = script.GetCompilation();
                    return new RefusedLibrary(cell, libraries, folder).In(compiled)
                        ?? new ProcessEndingCalls(cell).In(compiled, AsWritten);
                }
            }
        }

        // Errors are told from what the learner wrote. Should only the checks have been in the way, it runs without them.
        script = Submission(cell.Code, cell.Id, previous);
        return new CompilationFailure(cell, folder).From(script.Compile(cancellationToken));

        Compilation AsWritten() => Submission(cell.Code, cell.Id, previous).GetCompilation();
    }

    // With checks wherever they may stand; then, should those in lambdas be in the way, without these.
    private static IEnumerable<SourceText> Checked(CellText cell, Func<Compilation> asWritten)
    {
        var lambdas = DelegateLambdas.In(cell.Id, cell.Root, asWritten);
        yield return InterruptionChecks.Into(cell.Code, cell.Root, lambdas);
        if (lambdas.Count > 0)
        {
            yield return InterruptionChecks.Into(cell.Code, cell.Root, new Dictionary<TextSpan, bool>());
        }
    }

    private Script<object> Submission(SourceText code, string id, Script? previous)
    {
        var text = code.ToString();
        var named = options.WithFilePath(id);
        // A later cell inherits references and usings; given again, they would add up, and with them the time that a cell takes.
        var script = previous is null
            ? CSharpScript.Create<object>(text, named, assemblyLoader: loader)
            : previous.ContinueWith<object>(
                text,
                named.WithReferences(Array.Empty<MetadataReference>()).WithImports(Array.Empty<string>())
            );
        references.Bind(script.GetCompilation());
        return script;
    }

    private static bool HasErrors(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
