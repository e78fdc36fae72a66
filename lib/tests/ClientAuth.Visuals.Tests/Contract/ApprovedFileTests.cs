using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Handshakes;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Contract;

/// <summary>
/// The looks of each view as a file to review. To accept a change, set <c>UPDATE_APPROVED</c> to the path of this project's
/// folder <c>Approved</c>, run the tests once, and read the difference.
/// </summary>
public sealed class ApprovedFileTests
{
    [Fact]
    public void An_exchange_looks_as_approved() => AssertApproved(new HttpTranscriptView(SampleExchange.Token));

    [Fact]
    public void A_token_looks_as_approved() => AssertApproved(new DecodedJwtView(SampleJwt.Assertion));

    [Fact]
    public void A_decision_looks_as_approved() => AssertApproved(new DecisionTraceView(SampleTrace.Failing));

    [Fact]
    public void A_refusal_looks_as_approved() => AssertApproved(new RefusalView(SampleExchange.Refused));

    [Fact]
    public void A_difference_looks_as_approved() =>
        AssertApproved(DifferenceView.Of(SampleExchange.Token, SampleExchange.Refused with { Request = Altered }));

    [Fact]
    public void A_fleet_looks_as_approved() => AssertApproved(new FleetView(SampleFleet.Devices));

    [Fact]
    public void A_board_of_clients_looks_as_approved() => AssertApproved(SampleClientBoard.View);

    [Fact]
    public void A_certificate_looks_as_approved()
    {
        using var certificate = SampleCertificate.Fixed();
        AssertApproved(new CertificateCardView(certificate));
    }

    [Fact]
    public void A_handshake_looks_as_approved() => AssertApproved(new HandshakeView(Handshake()));

    [Fact]
    public void Handshakes_below_each_other_look_as_approved() =>
        AssertApproved(
            new HandshakeComparisonView(
                "Completed and cut off",
                Handshake(),
                Handshake() with
                {
                    Label = "cut off in the second turn",
                    Wire = [.. Handshake().Wire.Take(2)],
                    Completed = null,
                    IsMutual = false,
                    Failure = "the server closed the connection.",
                }
            )
        );

    [Fact]
    public void An_Android_attestation_looks_as_approved() =>
        AssertApproved(new PlatformAttestationView(SampleAndroid.Genuine), "PlatformAttestationView.Android");

    [Fact]
    public void An_Apple_attestation_looks_as_approved() =>
        AssertApproved(new PlatformAttestationView(SampleApple.Attestation), "PlatformAttestationView.Apple");

    [Fact]
    public void An_Apple_assertion_looks_as_approved() =>
        AssertApproved(new PlatformAttestationView(SampleApple.Assertion), "PlatformAttestationView.AppleAssertion");

    private static RecordedRequest Altered =>
        SampleExchange.WithBody("grant_type=client_credentials&scope=read%20write%20admin").Request;

    private static RecordedHandshake Handshake()
    {
        using var certificate = SampleCertificate.Fixed();
        return SampleHandshake.Of("localhost", certificate.IssuerName, certificate.RawData);
    }

    private static void AssertApproved(View view) => AssertApproved(view, view.GetType().Name);

    private static void AssertApproved(View view, string name)
    {
        AssertApproved($"{name}.html", view.ToHtml().Replace("><", ">\n<", StringComparison.Ordinal));
        AssertApproved($"{name}.txt", view.ToString());
    }

    private static void AssertApproved(string file, string actual)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, file), $"{actual}\n");
            return;
        }

        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Approved", file));
        Assert.Equal(approved.ReplaceLineEndings("\n"), $"{actual}\n");
    }
}
