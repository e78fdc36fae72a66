using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace ClientAuth.MockServer.Standalone.Arguments;

/// <summary>Reads the numbers of a command line: digits alone, within what the option takes.</summary>
internal static class Numbers
{
    private const int SecondsOfAYear = 365 * 24 * 60 * 60;

    public static int Port(ArgumentResult argument) =>
        Read(argument, 0, IPEndPoint.MaxPort, $"a number from 0 to {IPEndPoint.MaxPort}, 0 for a free port");

    /// <summary>Up to a year, as the server's own options have it.</summary>
    public static TimeSpan Seconds(ArgumentResult argument, int least) =>
        TimeSpan.FromSeconds(
            Read(argument, least, SecondsOfAYear, $"a number of seconds from {least} to {SecondsOfAYear}")
        );

    private static int Read(ArgumentResult argument, int least, int most, string words)
    {
        var text = argument.Tokens[0].Value;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        argument.AddError($"{((OptionResult)argument.Parent!).Option.Name} is '{text}'; it takes {words}.");
        return 0;
    }
}
