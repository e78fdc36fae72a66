using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Formatting;

namespace Lessons.DotNetInteractive.Tests.Compilation;

/// <summary>
/// What cells may take for granted in every engine: the references of .NET Interactive, which are the fewest, and the usings
/// that .NET Interactive, Verso and this project's engine have in common. <c>System.IO</c> and <c>System.Collections</c> are
/// not among them.
/// </summary>
public sealed class CommonSubset
{
    private static readonly string[] Usings =
    [
        "System",
        "System.Text",
        "System.Collections.Generic",
        "System.Threading.Tasks",
        "System.Linq",
    ];

    // Once for all notebooks: the compiler then reads each assembly once.
    private readonly ScriptOptions _optionsOfTheFirst = ScriptOptions
        .Default.WithLanguageVersion(LanguageVersion.CSharp14)
        .WithImports(Usings)
        // As Microsoft.DotNet.Interactive.CSharp.CSharpKernel adds them to the defaults.
        .AddReferences(
            typeof(Enumerable).Assembly,
            typeof(IEnumerable<>).Assembly,
            typeof(Task<>).Assembly,
            typeof(Microsoft.DotNet.Interactive.Kernel).Assembly,
            typeof(CSharpKernel).Assembly,
            typeof(PocketView).Assembly
        )
        .WithMetadataResolver(
            new SharedReferences(ScriptMetadataResolver.Default.WithBaseDirectory(Checkout.Notebooks))
        );

    /// <summary>Compiles the cells, each on top of those before it, and runs none.</summary>
    /// <param name="cells">Of one notebook; <c>#r</c> starts in the lessons' folder.</param>
    /// <param name="cancellationToken">Stops the compiler.</param>
    /// <returns>A line for each error or warning, with cell and line.</returns>
    internal IReadOnlyList<string> FaultsOf(IEnumerable<CodeCell> cells, CancellationToken cancellationToken)
    {
        List<string> faults = [];
        Script<object>? script = null;
        foreach (var cell in cells)
        {
            script = script is null
                ? CSharpScript.Create<object>(cell.Source, _optionsOfTheFirst)
                // A later cell inherits references and usings.
                : script.ContinueWith<object>(
                    cell.Source,
                    script.Options.WithReferences(Array.Empty<MetadataReference>()).WithImports(Array.Empty<string>())
                );
            var compilation = script.GetCompilation();
            var diagnostics = compilation.GetDiagnostics(cancellationToken);
            faults.AddRange(
                diagnostics
                    .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                    .Select(diagnostic => Told(cell, diagnostic.Location, $"{diagnostic.Id}: {Message(diagnostic)}"))
            );
            faults.AddRange(Dynamic(compilation).Select(place => Told(cell, place, "'dynamic' is unknown to Verso")));
            if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                // The compiler takes no cell on top of one with errors.
                break;
            }
        }

        return faults;
    }

    private static IEnumerable<Location> Dynamic(Microsoft.CodeAnalysis.Compilation compilation) =>
        from tree in compilation.SyntaxTrees
        from name in tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Identifier.ValueText == "dynamic"
        select name.GetLocation();

    private static string Told(CodeCell cell, Location place, string what) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"cell {cell.Id}, line {place.GetLineSpan().StartLinePosition.Line + 1}: {what}"
        );

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
