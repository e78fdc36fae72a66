using ClientAuth.Protocol.Display;

namespace ClientAuth.Protocol.Tests;

/// <summary>A form that an engine would damage is left out, so that the next best one is drawn.</summary>
public sealed class CarriedFormsTests
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private const string Tool = "Microsoft.DotNet.Interactive.App";

    [Theory]
    [InlineData(Tool, "jupyter", false)]
    [InlineData(Tool, "stdio", true)]
    [InlineData(Tool, null, true)]
    [InlineData("NotebookEngine", "jupyter", true)]
    [InlineData(null, "jupyter", true)]
    public void A_figure_is_left_out_in_the_Jupyter_mode_of_dotnet_interactive_alone(
        string? program,
        string? argument,
        bool isCarried
    )
    {
        string[] commandLine = argument is null ? ["program.dll"] : ["program.dll", argument, "jupyter"];

        Assert.Equal(isCarried, CarriedForms.Has(Plotly, program, commandLine));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    public void Text_is_carried_everywhere(string mimeType) =>
        Assert.True(CarriedForms.Has(mimeType, Tool, ["program.dll", "jupyter"]));

    [Fact]
    public void The_attribute_names_what_this_process_carries_in_the_order_given() =>
        Assert.Equal(
            [Plotly, "text/html"],
            new TypeFormatterSourceAttribute(typeof(object))
            {
                PreferredMimeTypes = [Plotly, "text/html"],
            }.PreferredMimeTypes
        );
}
