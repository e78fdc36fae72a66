using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>An extension that says what its definition has no room for is refused, critical or not (RFC 5280 §4.2.1).</summary>
public sealed class MalformedExtensionTests
{
    private const string NotDer = "an encoding that is not DER, or of the wrong type";

    // Each of an authority between: OpenSSL ends the handshake of a client that has most of them itself.
    private static readonly Dictionary<string, (string Value, string Seen)> Constraints = new()
    {
        ["nothing"] = ("3000", "name constraints that constrain nothing"),
        ["an empty list of what is permitted"] = ("3002A000", "name constraints with an empty list"),
        ["an empty list of what is excluded"] = ("3002A100", "name constraints with an empty list"),
        ["both lists empty"] = ("3004A000A100", "name constraints with an empty list"),
        ["a DNS name with a dot in front"] = (
            Permitted(0x82, ".ok.example"),
            "Dns name '.ok.example', which is malformed"
        ),
        ["a DNS name with a dot behind"] = (
            Permitted(0x82, "ok.example."),
            "Dns name 'ok.example.', which is malformed"
        ),
        ["a DNS name that is a dot"] = (Permitted(0x82, "."), "Dns name '.', which is malformed"),
        ["a DNS name with an empty label"] = (
            Permitted(0x82, "ok..example"),
            "Dns name 'ok..example', which is malformed"
        ),
        ["a DNS name with a blank"] = (Permitted(0x82, "ok example"), "Dns name 'ok example', which is malformed"),
        ["a DNS name with an asterisk"] = (
            Permitted(0x82, "*.ok.example"),
            "Dns name '*.ok.example', which is malformed"
        ),
        ["a mailbox with two @"] = (
            Permitted(0x81, "a@b@ok.example"),
            "Email name 'a@b@ok.example', which is malformed"
        ),
        ["a mailbox without its host"] = (Permitted(0x81, "a@"), "Email name 'a@', which is malformed"),
        ["a mailbox whose host ends with a dot"] = (
            Permitted(0x81, "a@ok.example."),
            "Email name 'a@ok.example.', which is malformed"
        ),
        ["mailboxes of no host"] = (Permitted(0x81, ""), "a name of kind Email, which is malformed"),
        ["mailboxes of two dots"] = (Permitted(0x81, "..ok.example"), "Email name '..ok.example', which is malformed"),
        ["a host with a dot behind"] = (Permitted(0x86, "ok.example."), "Uri name 'ok.example.', which is malformed"),
        ["a host with its scheme"] = (
            Permitted(0x86, "https://ok.example"),
            "Uri name 'https://ok.example', which is malformed"
        ),
        ["an address without a mask"] = (
            "300AA00830068704C0000200",
            "a constraint on IP name '192.0.2.0', which is malformed"
        ),
        ["a mask with a hole"] = ("300EA00C300A8708C0000200FF00FF00", "a name of kind IpAddress, which is malformed"),
        ["a minimum"] = ("3013A011300F820A6F6B2E6578616D706C65800101", NotDer),
        ["something behind a name"] = ("300AA0083006A40430000500", NotDer),
    };

    private static readonly Dictionary<string, (string Value, string Seen)> Names = new()
    {
        ["a DNS name with a dot in front"] = (
            General(0x82, ".app.example"),
            "Dns name '.app.example', which is malformed"
        ),
        ["a DNS name with a dot behind"] = (
            General(0x82, "app.example."),
            "Dns name 'app.example.', which is malformed"
        ),
        ["an asterisk in the middle"] = (General(0x82, "a.*.example"), "Dns name 'a.*.example', which is malformed"),
        ["a mailbox with two @"] = (
            General(0x81, "a@b@app.example"),
            "Email name 'a@b@app.example', which is malformed"
        ),
        ["a mailbox without @"] = (General(0x81, "app.example"), "Email name 'app.example', which is malformed"),
        ["a URI without a scheme"] = (General(0x86, "//app.example/"), "Uri name '//app.example/', which is malformed"),
        ["a URI with a blank"] = (General(0x86, "https://app.example/a b"), "which is malformed"),
        ["an address of five octets"] = ("30078705C000020105", "a name of kind IpAddress, which is malformed"),
    };

    public static TheoryData<string> ConstraintNames() => [.. Constraints.Keys];

    public static TheoryData<string> NameNames() => [.. Names.Keys];

    [Theory]
    [MemberData(nameof(ConstraintNames))]
    public async Task Constraint_on_names_that_is_malformed_is_refused(string name)
    {
        var (value, seen) = Constraints[name];
        await using var proxied = await ProxiedLab.StartAsync();
        using var between = proxied.Lab.Authority.IssueIntermediate(
            CertificateProfile.Authority("Between").With("2.5.29.30", Convert.FromHexString(value), critical: true)
        );
        using var leaf = between.Issue(CertificateProfile.Client(ChainCall.Subject));

        var answer = await proxied.SendAsync(TestClients.Tls, leaf, between.Certificate);

        answer.AssertInvalidClient("certificate.extensions");
        Assert.StartsWith(
            "unreadable 2.5.29.30 in 'CN=Between, O=Client Authentication Lab': ",
            answer.Exchange.Trace.Failure!.Seen,
            StringComparison.Ordinal
        );
        Assert.Contains(seen, answer.Exchange.Trace.Failure.Seen, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NameNames))]
    public async Task Alternative_name_that_is_malformed_is_refused(string name)
    {
        var (value, seen) = Names[name];
        await using var lab = await TestLab.StartAsync();

        var answer = await ChainCall.SendAsync(lab, client => client.With("2.5.29.17", Convert.FromHexString(value)));

        answer.AssertInvalidClient("certificate.extensions");
        Assert.Contains(seen, answer.Exchange.Trace.Failure!.Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.5.29.17", "3000", "an empty list")]
    [InlineData("2.5.29.17", "3003010203", "Boolean ")]
    [InlineData("2.5.29.18", "3000", "an empty list")]
    [InlineData("2.5.29.32", "3000", "an empty list")]
    [InlineData("2.5.29.32", "300406022A0300", NotDer)]
    [InlineData("2.5.29.31", "3000", "an empty list")]
    [InlineData("2.5.29.31", "0400", NotDer)]
    public async Task Known_extension_is_read_though_it_is_not_critical(string oid, string value, string seen)
    {
        await using var proxied = await ProxiedLab.StartAsync();
        using var leaf = proxied.Lab.Authority.Issue(
            CertificateProfile.Client(ChainCall.Subject).With(oid, Convert.FromHexString(value))
        );

        var answer = await proxied.SendAsync(TestClients.Tls, leaf);

        answer.AssertInvalidClient("certificate.extensions");
        Assert.Contains(seen, answer.Exchange.Trace.Failure!.Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.5.29.19", "3003010100", "the default FALSE written out")]
    [InlineData("2.5.29.19", "30060101FF0201FF", "a negative path length")]
    [InlineData("2.5.29.15", "03020700", "no usage at all")]
    [InlineData("2.5.29.15", "03020781", NotDer)]
    [InlineData("2.5.29.37", "3000", "an empty list")]
    [InlineData("2.5.29.14", "0500", NotDer)]
    [InlineData("2.5.29.35", "30058001010500", NotDer)]
    public async Task Extension_in_place_of_a_good_one_is_read_in_DER(string oid, string value, string seen)
    {
        await using var proxied = await ProxiedLab.StartAsync();
        using var leaf = proxied.Lab.Authority.Issue(
            CertificateProfile.Client(ChainCall.Subject) with
            {
                Rewrite = raw =>
                    raw with
                    {
                        Extensions =
                        [
                            .. raw.Extensions.Where(extension => !Has(extension, oid)),
                            Extension(oid, Convert.FromHexString(value)),
                        ],
                    },
            }
        );

        var answer = await proxied.SendAsync(TestClients.Tls, leaf);

        answer.AssertInvalidClient("certificate.extensions");
        Assert.StartsWith($"unreadable {oid} in ", answer.Exchange.Trace.Failure!.Seen, StringComparison.Ordinal);
        Assert.Contains(seen, answer.Exchange.Trace.Failure.Seen, StringComparison.Ordinal);
    }

    private static string Permitted(byte tag, string text) => Wrapped(0x30, Wrapped(0xA0, General(tag, text)));

    private static string General(byte tag, string text) =>
        Wrapped(0x30, $"{tag:X2}{text.Length:X2}{Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(text))}");

    private static string Wrapped(byte tag, string content) => $"{tag:X2}{content.Length / 2:X2}{content}";

    private static bool Has(byte[] extension, string oid) => extension.AsSpan(4).StartsWith(Oid(oid));

    // All of them are id-ce: 2.5.29 and a number.
    private static byte[] Oid(string oid) => [0x55, 0x1D, byte.Parse(oid.Split('.')[^1], null)];

    private static byte[] Extension(string oid, byte[] value) =>
        [0x30, (byte)(value.Length + 7), 0x06, 0x03, .. Oid(oid), 0x04, (byte)value.Length, .. value];
}
