using System.Text;
using ClientAuth.FailureCases.Tester.Usage;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.FailureCases.Wire;
using ClientAuth.Protocol.Discovery;

namespace ClientAuth.FailureCases.Tester.Discovery;

/// <summary>Reads a server's metadata: where RFC 8414 §3.1 has it, and where OpenID Connect Discovery 1.0 §4 has it. Redirects are not followed.</summary>
/// <param name="send">Sends a request.</param>
internal sealed class ServerDiscovery(Func<WireRequest, CancellationToken, Task<WireOutcome>> send)
{
    private static readonly NamedField[] Headers = [new("Accept", "application/json")];

    /// <summary>The issuer as it was given, if it can be one.</summary>
    /// <exception cref="TesterException">It is none (RFC 8414 §2).</exception>
    public static string Issuer(string given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", Query: "", Fragment: "", UserInfo: "" }
            ? given
            : throw TesterException.Usage(
                $"{CommandLineSyntax.IssuerOption}: '{given}' is no https URL without query and fragment. Write the issuer as the server itself writes it."
            );

    /// <summary>Asks one address after the other, until one answers 200.</summary>
    /// <exception cref="TesterException">None has it, or it is another issuer's; the message says what to do.</exception>
    public async Task<PublishedMetadata> FetchAsync(string issuer, CancellationToken cancellationToken)
    {
        List<string> seen = [];
        foreach (var address in MetadataAddresses.All(new Uri(issuer)))
        {
            var request = new WireRequest(address, address.AbsolutePath, "GET", Headers, Body: null);
            switch (await AskAsync(request, cancellationToken))
            {
                case WireOutcome.Responded { Response: { Status: 200 } response }:
                    return Read(response.Body, address, issuer);
                case WireOutcome.Responded { Response: var response }:
                    seen.Add($"{address} answered {response.Status}");
                    break;
                case WireOutcome.Refused { Why: var why }:
                    throw TesterException.NoServer(
                        $"{address} did not answer: {why.TrimEnd('.')}. If its certificate is from a private authority, name that: {CommandLineSyntax.AuthoritiesOption} FILE."
                    );
            }
        }

        throw TesterException.NoServer(
            $"{string.Join(", ", seen)}. Check the issuer: both addresses are made from it."
        );
    }

    private async Task<WireOutcome> AskAsync(WireRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await send(request, cancellationToken);
        }
        catch (NotAnsweredException error)
        {
            throw TesterException.NoServer($"{error.Message}. The tester connects directly, through no proxy.", error);
        }
    }

    private static PublishedMetadata Read(string body, Uri address, string issuer)
    {
        try
        {
            return PublishedMetadata.Read(Encoding.UTF8.GetBytes(body), address, issuer);
        }
        catch (FormatException error)
        {
            throw TesterException.NoServer(error.Message, error);
        }
    }
}
