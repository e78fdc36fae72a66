using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Plotly.NET.Interactive;

namespace Lessons.DotNetInteractive.Tests.InProcess;

/// <summary>
/// A notebook's cells on a kernel of .NET Interactive in this process, set up as the tool <c>dotnet-interactive</c> does, with
/// the extension that Plotly.NET brings for it.
/// </summary>
internal static class InteractiveNotebook
{
    /// <summary>Runs the cells one after the other, until one fails; those behind it have no outputs.</summary>
    /// <returns>The cells with their outputs, as Jupyter would save them.</returns>
    public static async Task<JsonObject> ExecuteAsync(IEnumerable<CodeCell> cells, CancellationToken cancellationToken)
    {
        using var kernel = await StartKernelAsync();
        return await ExecuteAsync(kernel, cells, cancellationToken);
    }

    /// <summary>A kernel that has run nothing yet.</summary>
    public static async Task<CompositeKernel> StartKernelAsync()
    {
        var kernel = new CompositeKernel();
        kernel.Add(new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing());
        IKernelExtension plotly = new FormatterKernelExtension();
        await plotly.OnLoadAsync(kernel);
        return kernel;
    }

    /// <summary>The same on a kernel that goes on afterwards.</summary>
    public static async Task<JsonObject> ExecuteAsync(
        Kernel kernel,
        IEnumerable<CodeCell> cells,
        CancellationToken cancellationToken
    )
    {
        var executed = new JsonArray();
        var hasFailed = false;
        foreach (var (number, cell) in cells.Index())
        {
            var events = hasFailed
                ? []
                : (await kernel.SendAsync(new SubmitCode(cell.Source), cancellationToken)).Events;
            hasFailed |= events.OfType<CommandFailed>().Any();
            executed.Add(
                new JsonObject
                {
                    ["cell_type"] = "code",
                    ["id"] = cell.Id,
                    ["execution_count"] = number + 1,
                    ["outputs"] = KernelOutputs.Of(events),
                }
            );
        }

        return new JsonObject { ["cells"] = executed };
    }
}
