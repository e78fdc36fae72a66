using System.CommandLine;
using Ratios;
using Ratios.Servers;

var only = new Option<string?>("--only") { Description = "Measure only the ratios that have this in their name." };
var isShort = new Option<bool>("--short") { Description = "Measure a tenth: to see that it works, not to rely on." };
var check = new Option<bool>("--check")
{
    Description = "Measure nothing: see whether each server does what the ratios take for granted.",
};
var folder = new Option<string>("--out")
{
    Description = "Folder for ratios.md and ratios.json.",
    DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "results"),
};
var kind = new Argument<string>("kind");
var serve = new Command("serve", "Is one of the servers that are measured, told by its standard input.") { kind };
serve.Hidden = true;
serve.SetAction(parsed => Serving.RunAsync(parsed.GetValue(kind)!));
var command = new RootCommand(
    "Measures client, server and notebook engine, each as a ratio to a floor or to a peer that is measured in the same run, and writes a "
        + "table of them with the machine's description. Exit code 0: every ratio is what it should be; 1: one is not, or failed, or none was measured."
)
{
    only,
    isShort,
    check,
    folder,
    serve,
};
command.SetAction(parsed =>
    parsed.GetValue(check)
        ? RatioRun.CheckAsync(Console.Out)
        : RatioRun.MeasureAsync(
            Console.Out,
            Console.Error,
            parsed.GetValue(only),
            parsed.GetValue(isShort),
            parsed.GetRequiredValue(folder)
        )
);
return await command.Parse(args).InvokeAsync();
