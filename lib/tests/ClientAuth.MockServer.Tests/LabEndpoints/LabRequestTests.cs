using System.Text.Json;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.MockServer.Tests.LabEndpoints;

/// <summary>Every mistake in a request to the lab is answered with the field that it is in.</summary>
public sealed class LabRequestTests
{
    private const string Points =
        "connection, metadata, jwks, token, introspection, revocation, pushed_authorization_request, challenge, client_attestation_token, registration, client_configuration, resource";

    [Theory]
    [InlineData("[]", "the body is no JSON object")]
    [InlineData("{", "the body is no JSON: the first mistake is in line 1, byte 2")]
    [InlineData("{\n \"at\": token}", "the body is no JSON: the first mistake is in line 2, byte 9")]
    [InlineData("""{"at":"token","at":"jwks"}""", "the body has a name twice")]
    [InlineData("""{"fault":"reset"}""", $"at is missing; it is one of {Points}")]
    [InlineData("""{"at":"tokens","fault":"reset"}""", $"at must be one of {Points}")]
    [InlineData("""{"at":1,"fault":"reset"}""", "at must be text")]
    [InlineData("""{"at":"\ud800","fault":"reset"}""", "at must be whole text")]
    [InlineData(
        """{"at":"token"}""",
        "fault is missing; it is one of answer, late, slow, truncated, wrong_content_type, reset, refused_handshake"
    )]
    [InlineData(
        """{"at":"token","fault":"boom"}""",
        "fault is boom; it is one of answer, late, slow, truncated, wrong_content_type, reset, refused_handshake"
    )]
    [InlineData("""{"at":"token","fault":"reset","times":0}""", "times must be a whole number from 1 to 2147483647")]
    [InlineData("""{"at":"token","fault":"reset","times":1.5}""", "times must be a whole number from 1 to 2147483647")]
    [InlineData(
        """{"at":"token","fault":"reset","tims":1}""",
        "tims is no field here; there is at, fault, times, moment"
    )]
    [InlineData(
        """{"at":"token","fault":"reset","moment":"later"}""",
        "moment must be one of before_acting, after_acting"
    )]
    [InlineData("""{"at":"token","fault":"answer"}""", "status is missing")]
    [InlineData("""{"at":"token","fault":"answer","status":99}""", "status must be a whole number from 200 to 599")]
    [InlineData(
        """{"at":"token","fault":"answer","status":200,"headers":["X"]}""",
        "headers must be an object of header fields"
    )]
    [InlineData("""{"at":"token","fault":"answer","status":200,"headers":{"X":1}}""", "headers.X must be text")]
    [InlineData(
        """{"at":"token","fault":"answer","status":200,"headers":{"X":"a\nb"}}""",
        "The value of the header X has a character outside visible ASCII."
    )]
    [InlineData("""{"at":"token","fault":"late","seconds":-1}""", "seconds must be a number from 0 to 86400")]
    [InlineData("""{"at":"token","fault":"slow"}""", "seconds_per_byte is missing")]
    [InlineData("""{"at":"token","fault":"truncated","resets":"yes"}""", "resets must be true or false")]
    [InlineData(
        """{"at":"connection","fault":"refused_handshake","alert":"boom","times":1}""",
        "alert must be one of handshake_failure, access_denied, protocol_version, internal_error, unrecognized_name"
    )]
    [InlineData(
        """{"at":"connection","fault":"refused_handshake"}""",
        "times is missing; without it the server would refuse every handshake, even the one for clearing the fault"
    )]
    [InlineData(
        """{"at":"connection","fault":"reset"}""",
        "refused_handshake is for at connection only, and at connection takes no other fault"
    )]
    [InlineData(
        """{"at":"token","fault":"refused_handshake","times":1}""",
        "refused_handshake is for at connection only, and at connection takes no other fault"
    )]
    public async Task A_wrong_fault_names_its_field(string json, string problem)
    {
        await using var lab = await LabCall.StartAsync();

        var (status, body) = await LabCall.SendAsync(lab, HttpMethod.Post, "/lab/faults", json);

        Assert.Equal((400, problem), (status, Description(body)));
        Assert.Empty(lab.Server.Faults.Snapshot());
    }

    [Theory]
    [InlineData("{}", "one of move_seconds and set is needed, and not both")]
    [InlineData(
        """{"move_seconds":1,"set":"2030-01-01T00:00:00Z"}""",
        "one of move_seconds and set is needed, and not both"
    )]
    [InlineData("""{"move_seconds":"1"}""", "move_seconds must be a number from -3155760000 to 3155760000")]
    [InlineData("""{"set":"tomorrow"}""", "set must be a time with its offset, such as 2030-01-01T00:00:00Z")]
    [InlineData("""{"set":"2030-01-01"}""", "set must be a time with its offset, such as 2030-01-01T00:00:00Z")]
    [InlineData(
        """{"set":"2030-01-01T00:00:00"}""",
        "set must be a time with its offset, such as 2030-01-01T00:00:00Z"
    )]
    [InlineData("""{"set":5}""", "set must be a time with its offset, such as 2030-01-01T00:00:00Z")]
    [InlineData(
        """{"set":"2999-01-01T00:00:00Z"}""",
        "the clock can be at most a century away from the machine's clock"
    )]
    public async Task A_wrong_time_names_its_field(string json, string problem)
    {
        await using var lab = await LabCall.StartAsync(new Credentials.LabClock(TimeProvider.System).Move);

        var (status, body) = await LabCall.SendAsync(lab, HttpMethod.Post, "/lab/clock", json);

        Assert.Equal((400, problem), (status, Description(body)));
    }

    [Theory]
    [InlineData("PUT", "/lab/faults", 405, "the method is PUT; the endpoint takes GET and POST and DELETE")]
    [InlineData("GET", "/lab/faults/release", 405, "the method is GET; the endpoint takes POST")]
    [InlineData("GET", "/lab/clock", 404, "there is /lab/faults, /lab/faults/release, /lab/exchanges")]
    [InlineData("GET", "/lab", 404, "there is /lab/faults, /lab/faults/release, /lab/exchanges")]
    public async Task What_is_not_there_names_what_is(string method, string path, int status, string problem)
    {
        await using var lab = await LabCall.StartAsync();

        var (seen, body) = await LabCall.SendAsync(lab, new HttpMethod(method), path);

        Assert.Equal((status, problem), (seen, Description(body)));
    }

    [Fact]
    public async Task A_form_is_no_json()
    {
        await using var lab = await LabCall.StartAsync();

        var (status, body) = await LabCall.SendAsync(
            lab,
            HttpMethod.Post,
            "/lab/faults",
            change: request => request.Content = new FormUrlEncodedContent([new("at", "token")])
        );

        Assert.Equal((400, "the Content-Type is not application/json"), (status, Description(body)));
    }

    [Theory]
    [InlineData(
        """{"at":"token","fault":"late","seconds":1.5,"moment":"after_acting"}""",
        "waits 1.5 s, after the endpoint has acted"
    )]
    [InlineData("""{"at":"token","fault":"late"}""", "waits to be released, before the endpoint acts")]
    [InlineData(
        """{"at":"token","fault":"slow","seconds_per_byte":0.25}""",
        "sends a byte every 0.25 s, after the endpoint has acted"
    )]
    [InlineData(
        """{"at":"token","fault":"truncated","length":3,"resets":true}""",
        "resets the connection after 3 characters of the body, after the endpoint has acted"
    )]
    [InlineData(
        """{"at":"token","fault":"wrong_content_type"}""",
        "calls the body text/html, after the endpoint has acted"
    )]
    [InlineData(
        """{"at":"token","fault":"reset","moment":"after_acting"}""",
        "resets the connection, after the endpoint has acted"
    )]
    [InlineData(
        """{"at":"token","fault":"answer","status":429,"headers":{"Retry-After":"1"}}""",
        "answers 429 instead, before the endpoint acts"
    )]
    public async Task Every_kind_of_fault_can_be_asked_for(string json, string fault)
    {
        await using var lab = await LabCall.StartAsync();

        var (status, _) = await LabCall.SendAsync(lab, HttpMethod.Post, "/lab/faults", json);

        Assert.Equal(200, status);
        var scripted = Assert.Single(lab.Server.Faults.Snapshot());
        Assert.Equal((FaultPoint.Token, fault), (scripted.At, $"{scripted.Fault}"));
    }

    private static string? Description(string body) =>
        JsonElement.Parse(body).GetProperty("error_description").GetString();
}
