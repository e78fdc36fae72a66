using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using NotebookEngine.Outputs;
using NotebookEngine.Running;
using NotebookEngine.StoredOutputs;

namespace NotebookEngine.CommandLine;

/// <summary>The arguments and options of <c>run</c>.</summary>
internal sealed class RunCommandOptions
{
    private readonly Argument<string[]> _names = new("names")
    {
        Description =
            "Notebooks to run: a path, a file name, or a prefix such as 03. Without names: every notebooks/NN-*.ipynb.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<bool> _check = new("--check")
    {
        Description =
            "Fail where a notebook's stored outputs differ from those of this run, or hold a secret or a path.",
    };
    private readonly Option<bool> _update = new("--update")
    {
        Description = "Store the outputs of this run in each notebook whose stored outputs differ.",
    };
    private readonly Option<bool> _solutions = new("--solutions")
    {
        Description = "Put the solutions of solutions/NAME.md, beside each notebook, in place of the exercises' stubs.",
    };
    private readonly Option<string?> _out = new("--out") { Description = "Folder for the executed notebooks." };
    private readonly Option<string?> _junit = new("--junit") { Description = "File for results as JUnit XML." };
    private readonly Option<string?> _json = new("--json") { Description = "File for results as JSON." };
    private readonly Option<string?> _summary = new("--summary")
    {
        Description = "File for a summary in Markdown, for the page of a job.",
    };
    private readonly Option<bool> _keepGoing = new("--keep-going")
    {
        Description = "Go on with a notebook's next cells after one has failed.",
    };
    private readonly Option<double> _cellTimeout = new("--cell-timeout")
    {
        Description = "Seconds that one cell may take.",
        CustomParser = NumberOf(
            (double seconds) => seconds is > 0 and <= 86_400,
            "--cell-timeout must be more than 0 and at most 86400 seconds"
        ),
        DefaultValueFactory = _ => 60,
    };
    private readonly Option<int> _outputLimit = new("--output-limit")
    {
        Description =
            "Characters that one cell may print. The values that it shows may have ten times as many. "
            + "Beyond that, the beginning and the end of the output are kept.",
        CustomParser = NumberOf(
            (int characters) => characters is >= OutputLimit.Fewest and <= 100_000_000,
            $"--output-limit must be at least {OutputLimit.Fewest} and at most 100000000 characters"
        ),
        DefaultValueFactory = _ => OutputLimit.Default.Characters,
    };
    private readonly Option<int> _parallel = new("--parallel")
    {
        Description = "How many notebooks run at once.",
        CustomParser = NumberOf((int count) => count >= 1, "--parallel must be at least 1"),
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    internal RunCommandOptions()
    {
        Command = new Command("run", "Runs notebooks and says which cells failed.")
        {
            _names,
            _check,
            _update,
            _solutions,
            _out,
            _junit,
            _json,
            _summary,
            _keepGoing,
            _cellTimeout,
            _outputLimit,
            _parallel,
        };
        Command.Validators.Add(result =>
        {
            if (result.GetValue(_check) && result.GetValue(_update))
            {
                result.AddError("--check compares the stored outputs, --update replaces them: give one of the two");
            }

            if (result.GetValue(_solutions) && (result.GetValue(_check) || result.GetValue(_update)))
            {
                result.AddError(
                    "the stored outputs are those of the stubs: give --solutions without --check and --update"
                );
            }
        });
    }

    internal Command Command { get; }

    /// <summary>The settings that the parsed arguments give.</summary>
    internal RunSettings Settings(ParseResult parsed) =>
        new()
        {
            Names = parsed.GetValue(_names) ?? [],
            StoredOutputs =
                parsed.GetValue(_check) ? StoredOutputsMode.Check
                : parsed.GetValue(_update) ? StoredOutputsMode.Update
                : StoredOutputsMode.None,
            Solutions = parsed.GetValue(_solutions),
            Out = parsed.GetValue(_out),
            JUnit = parsed.GetValue(_junit),
            Json = parsed.GetValue(_json),
            Summary = parsed.GetValue(_summary),
            Options = new RunOptions
            {
                CellTimeout = TimeSpan.FromSeconds(parsed.GetValue(_cellTimeout)),
                OutputLimit = new OutputLimit(parsed.GetValue(_outputLimit)),
                KeepGoing = parsed.GetValue(_keepGoing),
                Parallel = parsed.GetValue(_parallel),
            },
        };

    private static Func<ArgumentResult, T> NumberOf<T>(Func<T, bool> isAllowed, string rule)
        where T : struct, INumber<T> =>
        result =>
        {
            var text = result.Tokens[0].Value;
            if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && isAllowed(number))
            {
                return number;
            }

            result.AddError($"{rule}; it is '{text}'");
            return default;
        };
}
