using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ClientAuth.Visuals.GenericCharts;

namespace ClientAuth.Lab;

/// <summary>Prepares the notebook engine that loads this library.</summary>
internal static class NotebookDisplay
{
    /// <summary>Makes charts of Plotly.NET show themselves; runs when a lesson first uses the library.</summary>
    [ModuleInitializer]
    [SuppressMessage(
        "Usage",
        "CA2255",
        Justification = "A lesson's one line that loads this library has to be enough, and a notebook has no other start-up code."
    )]
    internal static void Prepare() => GenericChartFormatters.Register();
}
