using System.CommandLine;
using ClientAuth.MockServer.Soak;

var minutes = new Option<double>("--minutes")
{
    Description = "How long the load lasts.",
    DefaultValueFactory = _ => 60,
};
var rate = new Option<double>("--rate")
{
    Description = "How many requests are sent in a second.",
    DefaultValueFactory = _ => 20,
};
minutes.Validators.Add(result =>
{
    if (result.GetValue(minutes) is not (>= 0.5 and <= 10_000))
    {
        result.AddError("--minutes takes a number from 0.5 to 10000.");
    }
});
rate.Validators.Add(result =>
{
    if (result.GetValue(rate) is not (>= 1 and <= 1000))
    {
        result.AddError("--rate takes a number from 1 to 1000.");
    }
});
var command = new RootCommand(
    "Puts a mixed load of right and wrong requests on the server for a long time, with a clock that jumps, and measures whether its "
        + "memory, handles and files stay what they were. Exit code 0: they did, and every response was one that was expected."
)
{
    minutes,
    rate,
};
command.SetAction(
    (parsed, cancellationToken) =>
        SoakRun.RunAsync(TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(rate), cancellationToken)
);
return await command.Parse(args).InvokeAsync();
