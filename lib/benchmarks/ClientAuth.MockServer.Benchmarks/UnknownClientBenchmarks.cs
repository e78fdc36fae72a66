using BenchmarkDotNet.Attributes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Benchmarks;

/// <summary>
/// Whether the time of a refusal tells who exists. For each kind of credential the three ways to be refused should cost the same:
/// as a client that exists and proves nothing, as one that does not exist, and as one that is registered for another method.
/// </summary>
public class UnknownClientBenchmarks
{
    private ClientAuthenticator _authenticator = null!;
    private FormRequest _known = null!;
    private FormRequest _unknown = null!;
    private FormRequest _otherMethod = null!;

    [Params("secret", "HS256", "ES256", "RS256")]
    public string Credential { get; set; } = "";

    [GlobalSetup]
    public void MakeRequests()
    {
        using var bench = new Bench();
        _authenticator = bench.Authenticator;
        _known = bench.WrongRequest(Credential, bench.ClientOf(Credential));
        _unknown = bench.WrongRequest(Credential, Bench.Nobody);
        _otherMethod = bench.WrongRequest(Credential, Bench.Public);
    }

    [Benchmark(Baseline = true)]
    public Task<string?> KnownClient() => RefuseAsync(_known);

    [Benchmark]
    public Task<string?> UnknownClient() => RefuseAsync(_unknown);

    [Benchmark]
    public Task<string?> ClientOfAnotherMethod() => RefuseAsync(_otherMethod);

    private async Task<string?> RefuseAsync(FormRequest request)
    {
        var trace = new CheckTrace();
        await _authenticator.AuthenticateAsync(request, trace, CancellationToken.None);
        return trace.Broken?.Name;
    }
}
