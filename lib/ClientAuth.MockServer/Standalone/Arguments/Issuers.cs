using System.CommandLine.Parsing;

namespace ClientAuth.MockServer.Standalone.Arguments;

/// <summary>Reads the issuer of a command line: an https URL without query and fragment (RFC 8414 §2).</summary>
internal static class Issuers
{
    public static string? Read(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url is { Scheme: "https", UserInfo: "" }
            && !text.AsSpan().ContainsAny('?', '#')
        )
        {
            return text;
        }

        argument.AddError(
            $"{NodeSyntax.IssuerOption} is '{text}'; it takes an https URL without query and fragment, such as https://as.example."
        );
        return null;
    }
}
