using System.Reflection;

namespace ClientAuth.Protocol.Display;

/// <summary>Tells which forms of an output the engine of this process passes to its front end unchanged.</summary>
internal static class CarriedForms
{
    // In that mode the tool sends every form but application/json as text (ExecuteRequestHandler.PreserveJson), where a notebook
    // wants an object: viewers prefer the figure to the drawing, find no object, and draw nothing. Its mode for the Polyglot
    // extension, stdio, is not affected, nor is any other engine.
    private const string Tool = "Microsoft.DotNet.Interactive.App";
    private const string JupyterMode = "jupyter";

    /// <summary>Whether a form of this MIME type arrives as what it is.</summary>
    /// <param name="mimeType">Of an output.</param>
    public static bool Has(string mimeType) =>
        Has(mimeType, Assembly.GetEntryAssembly()?.GetName().Name, Environment.GetCommandLineArgs());

    /// <param name="mimeType">Of an output.</param>
    /// <param name="program">Name of the assembly that the process was started with; null where there is none.</param>
    /// <param name="commandLine">The process's command line: first the program, then its arguments.</param>
    internal static bool Has(string mimeType, string? program, IEnumerable<string> commandLine) =>
        mimeType != MimeTypes.Plotly || program != Tool || commandLine.Skip(1).FirstOrDefault() != JupyterMode;
}
