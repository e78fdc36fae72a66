using ClientAuth.FailureCases.Tester.Usage;

namespace ClientAuth.FailureCases.Tester.Discovery;

/// <summary>Where requests may go: to the issuer's origin (RFC 6454 §4), and to those that the command line names.</summary>
internal sealed class Origins
{
    private readonly HashSet<string> _allowed;

    private Origins(HashSet<string> allowed) => _allowed = allowed;

    /// <summary>That of the issuer, and others.</summary>
    /// <exception cref="TesterException">One of them is no https origin.</exception>
    public static Origins Of(string issuer, IReadOnlyList<string> named)
    {
        var allowed = new HashSet<string>(StringComparer.Ordinal) { Of(new Uri(issuer)) };
        foreach (var origin in named)
        {
            if (
                !Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                || uri is not { Scheme: "https", PathAndQuery: "/", Fragment: "", UserInfo: "" }
            )
            {
                throw TesterException.Usage(
                    $"{CommandLineSyntax.AllowOriginOption}: '{origin}' is no origin. Write scheme, host and port, such as https://mtls.example.com:8443."
                );
            }

            allowed.Add(Of(uri));
        }

        return new Origins(allowed);
    }

    public static string Of(Uri address) => address.GetLeftPart(UriPartial.Authority);

    public bool Allow(Uri address) => _allowed.Contains(Of(address));
}
