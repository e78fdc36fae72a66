using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests;

/// <summary>What holds for every method alike: the good case, the registered method, and one mechanism at a time.</summary>
public sealed class EveryMethodTests(SharedLab shared) : IClassFixture<SharedLab>
{
    private static readonly string[] Clients =
    [
        TestClients.Basic,
        TestClients.Post,
        TestClients.Mac,
        TestClients.Signer,
        TestClients.Tls,
        TestClients.SelfSigned,
    ];

    private static readonly string[] Mechanisms =
    [
        TestClients.Basic,
        TestClients.Post,
        TestClients.Mac,
        TestClients.Signer,
        TestClients.Tls,
    ];

    public static TheoryData<string> Confidential() => [.. Clients];

    /// <summary>Every client with every mechanism that is not its own; what is presented is right for some other client.</summary>
    public static TheoryData<string, string> ForeignMechanisms()
    {
        var data = new TheoryData<string, string>();
        foreach (var client in Clients.Append(TestClients.Public))
        {
            foreach (var mechanism in Mechanisms.Where(mechanism => Kind(mechanism) != Kind(client)))
            {
                data.Add(client, mechanism);
            }
        }

        return data;
    }

    public static TheoryData<string, string> TwoMechanisms() =>
        new()
        {
            { TestClients.Basic, TestClients.Post },
            { TestClients.Basic, TestClients.Mac },
            { TestClients.Basic, TestClients.Signer },
            { TestClients.Post, TestClients.Mac },
            { TestClients.Post, TestClients.Signer },
        };

    [Theory]
    [MemberData(nameof(Confidential))]
    public async Task Right_credential_gets_a_token(string client)
    {
        var lab = shared.Lab;

        var answer = await lab.SendAsync(Presented(lab, client, client));

        Assert.Equal("read write", answer.AssertIssued().Scope);
    }

    [Theory]
    [MemberData(nameof(ForeignMechanisms))]
    public async Task Mechanism_other_than_the_registered_one_is_refused(string client, string mechanism)
    {
        var lab = shared.Lab;

        var answer = await lab.SendAsync(Presented(lab, client, mechanism));

        // A public client may have a certificate on its connection; what it lacks is the right to the grant.
        if (client == TestClients.Public && mechanism == TestClients.Tls)
        {
            answer.AssertRefused(400, OAuthErrors.UnauthorizedClient, Rules.GrantAllowed.Name);
            return;
        }

        answer.AssertInvalidClient(Rules.ClientMethod.Name);
    }

    [Theory]
    [MemberData(nameof(Confidential))]
    public async Task Identifier_alone_is_no_credential(string client)
    {
        var lab = shared.Lab;

        var answer = await lab.SendAsync(TestCall.With(TokenParameters.ClientId, client));

        answer.AssertInvalidClient(
            Kind(client) == "certificate" ? Rules.CertificatePresented.Name : Rules.ClientMethod.Name
        );
    }

    [Theory]
    [MemberData(nameof(TwoMechanisms))]
    public async Task Two_mechanisms_at_once_are_refused_though_each_is_right(string first, string second)
    {
        var lab = shared.Lab;
        var one = Presented(lab, first, first);
        var other = Presented(lab, second, second);

        var both = one with
        {
            Form = [.. one.Form, .. other.Form.Where(p => one.Form.All(q => q.Name != p.Name))],
            Headers = [.. one.Headers, .. other.Headers],
        };

        (await lab.SendAsync(both)).AssertInvalidRequest(Rules.SingleMechanism.Name);
    }

    private static string Kind(string client) =>
        client switch
        {
            TestClients.Mac or TestClients.Signer => "assertion",
            TestClients.Tls or TestClients.SelfSigned => "certificate",
            _ => client,
        };

    private static TestCall Presented(TestLab lab, string client, string mechanism) =>
        mechanism switch
        {
            TestClients.Basic => TestCall.Basic(client, lab.Clients.Secret),
            TestClients.Post => TestCall.Post(client, lab.Clients.Secret),
            TestClients.Tls => TestCall.Presenting(client, lab.Clients.Certificate),
            TestClients.SelfSigned => TestCall.Presenting(client, lab.Clients.OwnCertificate),
            _ => TestCall.Asserting(lab.Sign(mechanism, lab.Assertion(client))),
        };
}
