using System.Reflection;
using ClientAuth.Protocol.Display;
using Plotly.NET;

namespace ClientAuth.Visuals.GenericCharts;

/// <summary>
/// How a chart of Plotly.NET shows itself in a notebook. Its type is not ours and carries no attribute that an engine would find,
/// so this registers with the formatter of each notebook engine in the process, found by name: no engine is referenced.
/// </summary>
public static class GenericChartFormatters
{
    private const string Engine = "Microsoft.DotNet.Interactive.Formatting";

    // The figure is left out where it would be damaged, as for our own charts.
    private static readonly string[] Preferred =
    [
        .. new[] { MimeTypes.Plotly, MimeTypes.Html, MimeTypes.PlainText }.Where(CarriedForms.Has),
    ];

    /// <summary>Registers; without an engine in the process it does nothing.</summary>
    public static void Register()
    {
        foreach (var engine in AppDomain.CurrentDomain.GetAssemblies().Where(one => one.GetName().Name == Engine))
        {
            RegisterWith(engine.GetType($"{Engine}.Formatter"));
        }
    }

    private static void RegisterWith(Type? formatter)
    {
        var register = formatter?.GetMethod(
            "Register",
            [typeof(Type), typeof(Action<object, TextWriter>), typeof(string)]
        );
        var prefer = formatter?.GetMethod("SetPreferredMimeTypesFor", [typeof(Type), typeof(string[])]);
        if (register is null || prefer is null)
        {
            return;
        }

        foreach (var chart in Cases())
        {
            Register(register, chart, MimeTypes.Plotly, view => view.ToPlotlyJson());
            Register(register, chart, MimeTypes.Html, view => view.ToHtml());
            Register(register, chart, MimeTypes.PlainText, view => view.ToString());
            prefer.Invoke(null, [chart, Preferred]);
        }
    }

    // Plotly.NET.Interactive registers for the union, before or after us, an HTML that is blank without a network. An engine takes
    // the formatter of the most specific type, and each chart is of one of the union's cases.
    private static IEnumerable<Type> Cases() =>
        typeof(GenericChart).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(GenericChart)));

    private static void Register(
        MethodInfo register,
        Type chart,
        string mimeType,
        Func<GenericChartView, string> render
    ) =>
        register.Invoke(
            null,
            [
                chart,
                (Action<object, TextWriter>)(
                    (value, writer) => writer.Write(render(new GenericChartView((GenericChart)value)))
                ),
                mimeType,
            ]
        );
}
