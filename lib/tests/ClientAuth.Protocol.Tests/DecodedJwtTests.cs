using System.Buffers.Text;
using System.Text;

namespace ClientAuth.Protocol.Tests;

public sealed class DecodedJwtTests
{
    private const string Header = "eyJhbGciOiJFUzI1NiJ9"; // {"alg":"ES256"}
    private const string Payload = "eyJpc3MiOiJqb2UifQ"; // {"iss":"joe"}

    [Fact]
    public void A_compact_jws_comes_apart()
    {
        var jwt = DecodedJwt.Parse($"{Header}.{Payload}.AQID");

        Assert.Equal("ES256", jwt.HeaderString("alg"));
        Assert.Equal("joe", jwt.ClaimString("iss"));
        Assert.Null(jwt.ClaimString("sub"));
        Assert.Equal([1, 2, 3], jwt.Signature.ToArray());
        Assert.Equal(Encoding.ASCII.GetBytes($"{Header}.{Payload}"), jwt.SigningInput);
    }

    [Fact]
    public void A_claim_that_is_no_string_is_not_read_as_one() =>
        Assert.Null(DecodedJwt.Parse($"{Header}.{Encode("""{"iss":1}""")}.").ClaimString("iss"));

    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData($"{Header}.{Payload}", 2)]
    [InlineData($"{Header}.{Payload}.AQID.", 4)]
    [InlineData($"{Header}.{Payload}.AQID.AQID.AQID", 5)]
    public void Anything_but_three_segments_is_refused(string compact, int segments) =>
        Refused($"a compact JWS has three segments separated by '.', this has {segments}", compact);

    [Theory]
    [InlineData("AQ==", "padding")]
    [InlineData("AQ=", "half the padding")]
    [InlineData("AQI=", "padding of one")]
    [InlineData("A QID", "white space inside")]
    [InlineData(" AQID", "white space before")]
    [InlineData("AQID\n", "a line end")]
    [InlineData("AR", "spare bits that are not zero, two characters")]
    [InlineData("AQJ", "spare bits that are not zero, three characters")]
    [InlineData("AQIDA", "a single character left over")]
    [InlineData("A+ID", "the other alphabet's plus")]
    [InlineData("A/ID", "the other alphabet's slash")]
    [InlineData("AQIÐ", "a letter outside ASCII")]
    public void A_value_has_one_spelling_only(string segment, string because)
    {
        Assert.NotEmpty(because);
        Refused("the signature is not base64url without padding", $"{Header}.{Payload}.{segment}");
        Refused("the header is not base64url without padding", $"{segment}.{Payload}.AQID");
        Refused("the payload is not base64url without padding", $"{Header}.{segment}.AQID");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    public void Header_and_payload_must_be_objects(string json)
    {
        Refused("the header is no JSON object", $"{Encode(json)}.{Payload}.AQID");
        Refused("the payload is no JSON object", $"{Header}.{Encode(json)}.AQID");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"iss\":\"a\",}")]
    [InlineData("{\"iss\":\"a\" /* comment */}")]
    [InlineData("{\"iss\":\"a\",\"iss\":\"b\"}")]
    [InlineData("{\"iss\":\"a\",\"\\u0069ss\":\"b\"}")]
    [InlineData("{\"cnf\":{\"a\":1,\"a\":2}}")]
    [InlineData("\uFEFF{}")]
    public void Broken_json_and_a_name_used_twice_are_refused(string json)
    {
        Refused("the header is not JSON, or has a name twice", $"{Encode(json)}.{Payload}.AQID");
        Refused("the payload is not JSON, or has a name twice", $"{Header}.{Encode(json)}.AQID");
    }

    // Such a string would throw wherever it is read later; a name does so while the reader looks for one that stands twice.
    [Theory]
    [InlineData("""{"iss":"\ud800"}""")]
    [InlineData("""{"aud":["a","\udc00"]}""")]
    [InlineData("""{"cnf":{"\ud800":1}}""")]
    [InlineData("""{"\ud800":1,"\ud800x":2}""")]
    public void Half_a_character_anywhere_is_refused(string json)
    {
        Refused("the header holds half a character, which is no text", $"{Encode(json)}.{Payload}.AQID");
        Refused("the payload holds half a character, which is no text", $"{Header}.{Encode(json)}.AQID");
    }

    [Fact]
    public void A_whole_character_outside_the_basic_plane_is_read() =>
        Assert.Equal(
            "😀",
            DecodedJwt.Parse($"{Header}.{Encode("""{"iss":"\ud83d\ude00"}""")}.AQID").ClaimString("iss")
        );

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() =>
        Refused(
            "the payload is not UTF-8",
            $"{Header}.{Base64Url.EncodeToString([(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}'])}.AQID"
        );

    [Fact]
    public void Parse_throws_what_TryParse_says()
    {
        var error = Assert.Throws<FormatException>(() => DecodedJwt.Parse("a.b"));

        Assert.Equal("a compact JWS has three segments separated by '.', this has 2", error.Message);
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static void Refused(string expected, string compact)
    {
        Assert.False(DecodedJwt.TryParse(compact, out var jwt, out var problem));
        Assert.Null(jwt);
        Assert.Equal(expected, problem);
    }
}
