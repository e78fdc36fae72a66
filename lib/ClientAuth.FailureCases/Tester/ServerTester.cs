using System.Globalization;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Tester.Usage;
using ClientAuth.FailureCases.Tester.Verdicts;

namespace ClientAuth.FailureCases.Tester;

/// <summary>The tester of any server, for a program that runs it in its own process, with the arguments of its command line.</summary>
public static class ServerTester
{
    /// <summary>Asks a server, and gives what was asked of it. What the command line would print is not printed.</summary>
    /// <param name="arguments">As on the command line.</param>
    /// <param name="clock">The machine's clock.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ArgumentException">The arguments are wrong, or a file that they name; the message says what to write.</exception>
    /// <exception cref="InvalidOperationException">The server cannot be asked, or a report not be written; the message says why.</exception>
    public static async Task<IReadOnlyList<TestedCase>> RunAsync(
        IReadOnlyList<string> arguments,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var command = new TesterCommand(clock, TextWriter.Null, error, Environment.GetEnvironmentVariable);
        var code = await command.RunAsync(arguments, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return code switch
        {
            ExitCodes.Usage => throw new ArgumentException($"{error}".Trim(), nameof(arguments)),
            ExitCodes.NoServer or ExitCodes.NotWritten => throw new InvalidOperationException($"{error}".Trim()),
            ExitCodes.Cancelled => throw new OperationCanceledException(cancellationToken),
            _ => [.. (command.Report?.Asked ?? []).Select(TestedCase.Of)],
        };
    }
}

/// <summary>A case that the client of one method has sent to a tested server.</summary>
/// <param name="Id">As the catalogue has it.</param>
/// <param name="Title">What is sent.</param>
/// <param name="Section">The title of its section.</param>
/// <param name="Method">The method whose client sent it.</param>
/// <param name="MustSucceed">Whether a server must accept it.</param>
/// <param name="Got">The answer, in a few words.</param>
/// <param name="Words">The verdict.</param>
/// <param name="IsAsExpected">Whether it was answered as the case says.</param>
public sealed record TestedCase(
    string Id,
    string Title,
    string Section,
    string Method,
    bool MustSucceed,
    string Got,
    string Words,
    bool IsAsExpected
)
{
    internal static TestedCase Of(CaseVerdict verdict) =>
        new(
            verdict.Case.Id,
            verdict.Case.Title,
            verdict.Section.Title,
            verdict.Method,
            verdict.Case.Expect.Issued || verdict.Case.Strength == Strength.Control,
            verdict.Got,
            verdict.Words,
            !verdict.IsDifference
        );
}
