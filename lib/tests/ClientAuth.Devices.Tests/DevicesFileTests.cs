namespace ClientAuth.Devices.Tests;

public sealed class DevicesFileTests : IDisposable
{
    private const string Android =
        """{"package_name":"a.b","app_version":1,"signature_digest":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","security_level":"strong_box","root":"android","boot_state":"verified","boot_loader_locked":true,"os_version":150000,"os_patch_level":202610}""";

    private const string Expected = """{"production":"attested","emulator-friendly":"attested"}""";

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("client-auth-").FullName, "d.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public void The_repositorys_fleet_has_every_kind_of_device()
    {
        Assert.Equal(
            [
                "flagship attested attested",
                "older-than-android-8 unavailable unavailable",
                "uncertified-hardware rejected:device.root rejected:device.root",
                "simulator rejected:device.root attested",
                "unlocked-boot-loader rejected:android_key.boot_state attested",
                "tampered-app rejected:android_key.signature_digest rejected:android_key.signature_digest",
                "iphone attested attested",
                "iphone-app-extension unavailable unavailable",
                "remotely-provisioned attested attested",
                "revoked-chain rejected:android_key.not_revoked rejected:android_key.not_revoked",
                "suspended-chain rejected:android_key.not_revoked rejected:android_key.not_revoked",
                "iphone-ios-27 attested attested",
            ],
            Fleet.All.Select(one => $"{one.Id} {one.Expected["production"]} {one.Expected["emulator-friendly"]}")
        );
    }

    [Theory]
    [InlineData("""[{"id":"a"}]""", "line 1, at $[0]: missing here: 'name', 'why', 'expected'.")]
    [InlineData(
        """[{"id":"a","colour":1}]""",
        "line 1, at $[0].colour: 'colour' is no member here; there is id, name, why, cannot_attest, android, apple, expected."
    )]
    [InlineData("""[{"id":"a","id":"b"}]""", "line 1, at $[0].id: 'id' stands twice.")]
    [InlineData("""[{"id":null}]""", "line 1, at $[0].id: it must not be null; it must be text.")]
    [InlineData(
        "[\n{\"android\":{\"security_level\":1}}]",
        "line 2, at $[0].android.security_level: it must be one of software, trusted_environment, strong_box."
    )]
    [InlineData(
        """[{"android":{"root":"google"}}]""",
        "line 1, at $[0].android.root: it must be one of android, key_attestation_ca1, android_software, uncertified."
    )]
    [InlineData("{}", "line 1, at $: it must be a list, [ … ]. The file holds an array of devices, [ { … } ].")]
    [InlineData("[null]", "device [0] is null; write an object with an id.")]
    public void Broken_json_is_named_by_line_place_and_what_belongs_there(string json, string problem) =>
        Assert.Equal($"{_file}: {problem}", ErrorOf(json));

    [Theory]
    [InlineData("id", "\"\"", "device [0] '': id is empty.")]
    [InlineData("name", "\"\"", "device [0] 'a': name is empty.")]
    [InlineData("why", "\"\"", "device [0] 'a': why is empty.")]
    [InlineData("cannot_attest", "\"\"", "device [0] 'a': cannot_attest is empty; say why, or leave it out.")]
    [InlineData(
        "cannot_attest",
        "\"it is old\"",
        "device [0] 'a': expected.production 'attested' does not go with cannot_attest; a device that cannot attest is unavailable, and no other."
    )]
    [InlineData(
        "expected",
        """{"production":"rejected","emulator-friendly":"attested"}""",
        "device [0] 'a': expected.production 'rejected' is none of attested, unavailable, rejected:<check>."
    )]
    [InlineData(
        "expected",
        """{"production":"unavailable","emulator-friendly":"attested"}""",
        "device [0] 'a': expected.production 'unavailable' does not go with cannot_attest; a device that cannot attest is unavailable, and no other."
    )]
    [InlineData("expected", """{"production":"attested"}""", "device [0] 'a': expected.emulator-friendly is missing.")]
    [InlineData(
        "expected",
        """{"lenient":"attested"}""",
        "device [0] 'a': expected.lenient is no policy; there is production, emulator-friendly."
    )]
    [InlineData(
        "apple",
        """{"app_id":"A1B2C3D4E5.a","environment":"production"}""",
        "device [0] 'a': android and apple are both there; a device is one of them."
    )]
    public void A_wrong_device_is_named_by_entry_and_field(string member, string value, string problem)
    {
        var members = new Dictionary<string, string>
        {
            ["id"] = "\"a\"",
            ["name"] = "\"A\"",
            ["why"] = "\"W\"",
            ["android"] = Android,
            ["expected"] = Expected,
            [member] = value,
        };

        Assert.Equal($"{_file}: {problem}", ErrorOf(ArrayOf(members)));
    }

    [Theory]
    [InlineData("\"a.b\"", "\"\"", "android.package_name is empty")]
    [InlineData(
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AAAA",
        "android.signature_digest 'AAAA' is no Base64 of 32 bytes (SHA-256 of the certificate that signed the app)"
    )]
    [InlineData(
        "\"boot_loader_locked\":true",
        "\"boot_loader_locked\":false",
        "android.boot_loader_locked is false, yet boot_state is verified; an unlocked boot loader verifies nothing"
    )]
    [InlineData(
        "\"root\":\"android\"",
        "\"root\":\"android_software\"",
        "android.root is android_software, which vouches for keys in software only; set security_level to software"
    )]
    [InlineData(
        "\"security_level\":\"strong_box\",\"root\":\"android\"",
        "\"security_level\":\"software\",\"root\":\"key_attestation_ca1\"",
        "android.root is key_attestation_ca1, which vouches for hardware only; set security_level to trusted_environment or strong_box"
    )]
    public void A_wrong_Android_device_is_named_by_entry_and_field(string right, string wrong, string problem) =>
        Assert.Equal(
            $"{_file}: device [0] 'a': {problem}.",
            ErrorOf(ArrayOf(new() { ["android"] = Android.Replace(right, wrong, StringComparison.Ordinal) }))
        );

    [Fact]
    public void A_wrong_Apple_device_is_named_by_entry_and_field() =>
        Assert.Equal(
            $"{_file}: device [0] 'a': apple.app_id 'com.example' is no app id; write the team's ten characters, a dot, the bundle's identifier.",
            ErrorOf(ArrayOf(new() { ["apple"] = """{"app_id":"com.example","environment":"production"}""" }))
        );

    [Fact]
    public void A_device_that_is_neither_kind_is_named() =>
        Assert.Equal(
            $"{_file}: device [0] 'a': neither android nor apple is there; a device is one of them.",
            ErrorOf(ArrayOf([]))
        );

    [Fact]
    public void An_id_is_used_once()
    {
        var one = ArrayOf(new() { ["android"] = Android })[1..^1];

        Assert.Equal(
            $"{_file}: device [1] 'a': id is taken by device [0]; use each one once.",
            ErrorOf($"[{one},{one}]")
        );
    }

    private static string ArrayOf(Dictionary<string, string> members)
    {
        members.TryAdd("id", "\"a\"");
        members.TryAdd("name", "\"A\"");
        members.TryAdd("why", "\"W\"");
        members.TryAdd("expected", Expected);
        return $"[{{{string.Join(',', members.Select(member => $"\"{member.Key}\":{member.Value}"))}}}]";
    }

    private string ErrorOf(string json)
    {
        File.WriteAllText(_file, json);
        return Assert.Throws<InvalidDataException>(() => DevicesFile.Read(_file)).Message;
    }
}
