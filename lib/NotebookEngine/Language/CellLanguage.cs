using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookEngine.Compiling;
using NotebookEngine.Sessions;

namespace NotebookEngine.Language;

/// <summary>
/// Completes, explains and judges a cell that is being written, over the state that the session is in. Requests come one after
/// the other. The first starts Roslyn's editor services, which takes a second or two; a session that nobody asks costs nothing.
/// </summary>
/// <param name="session">Is read, and never changed.</param>
/// <param name="log">Is told in one line, without any of the cell's text, of a fault inside Roslyn.</param>
internal sealed class CellLanguage(NotebookSession session, Action<string>? log = null) : IDisposable
{
    private readonly SubmissionSyntax _syntax = new(SessionWorkspace.ParseOptions);
    private SessionWorkspace? _workspace;

    /// <summary>How many submissions the editor services know.</summary>
    internal int Submissions => _workspace?.Submissions ?? 0;

    /// <param name="code">The cell.</param>
    /// <param name="cursor">UTF-16 index; one outside of the cell counts as its nearest end.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    internal Task<Completions> CompleteAsync(string code, int cursor, CancellationToken cancellationToken) =>
        AskAsync(
            code,
            cursor,
            (document, at) =>
                PathCompletion.Find(session.Folder, code, at) is { } paths
                    ? Task.FromResult(paths)
                    : new CompletionSearch(document, at).FindAsync(cancellationToken),
            Completions.None(Inside(code, cursor)),
            cancellationToken
        );

    /// <param name="code">The cell.</param>
    /// <param name="cursor">UTF-16 index; inside a call's parentheses it may point at nothing, then the call is explained.</param>
    /// <param name="detailLevel">From 1 on, with the declaration of what the notebook itself declares.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Null where nothing is to be explained.</returns>
    internal Task<Hover?> InspectAsync(string code, int cursor, int detailLevel, CancellationToken cancellationToken) =>
        AskAsync(
            code,
            cursor,
            (document, at) => new SymbolInspection(document, at).ExplainAsync(detailLevel > 0, cancellationToken),
            null,
            cancellationToken
        );

    /// <summary>Looks at the text alone, whatever its names mean.</summary>
    internal Completeness IsComplete(string code) => _syntax.Judge(code);

    public void Dispose() => Forget();

    // Off the caller's thread: Roslyn does much of its work before it first awaits.
    private Task<T> AskAsync<T>(
        string code,
        int cursor,
        Func<Document, int, Task<T>> question,
        T unanswered,
        CancellationToken cancellationToken
    ) =>
        Task.Run(
            async () =>
            {
                if (NestingLimit.IsTooDeep(code) || NestingLimit.IsTooDeep(Parse(code)))
                {
                    return unanswered;
                }

                try
                {
                    _workspace ??= new SessionWorkspace(session);
                    return await question(
                        await _workspace.NextSubmissionAsync(code, cancellationToken),
                        Inside(code, cursor)
                    );
                }
                catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
                {
                    // The next request starts afresh.
                    Forget();
                    log?.Invoke($"The editor services failed: {problem.GetType()} in {problem.TargetSite}");
                    return unanswered;
                }
            },
            cancellationToken
        );

    private static SyntaxNode Parse(string code) =>
        CSharpSyntaxTree.ParseText(code, SessionWorkspace.ParseOptions).GetRoot();

    private static int Inside(string code, int cursor) => Math.Clamp(cursor, 0, code.Length);

    private void Forget()
    {
        _workspace?.Dispose();
        _workspace = null;
    }
}
