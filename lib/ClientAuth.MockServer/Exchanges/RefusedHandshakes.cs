using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Exchanges;

/// <summary>
/// Records a handshake that the TLS library of the system ended over the client's certificate, as an exchange without a request: no
/// client is refused without an explanation.
/// </summary>
internal sealed class RefusedHandshakes(RecordedExchanges exchanges, Func<CheckTrace> newTrace, TimeProvider clock)
{
    /// <param name="problem">What the library says, and what came of it.</param>
    public void Record(string problem)
    {
        var trace = newTrace();
        trace.Check(Rules.CertificateHandshake, false, "certificates that the TLS of this system can read", problem);
        exchanges.Add(number => new RecordedExchange
        {
            Number = number,
            At = clock.GetUtcNow(),
            Request = new RecordedRequest("TLS", "handshake", "", [], ""),
            Response = RecordedResponse.Nothing,
            Tls = new RecordedTls("no TLS", "none", ClientCertificate: null),
            Trace = trace.ToTrace(),
            Phases = [],
        });
    }
}
